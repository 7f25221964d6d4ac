package io.github.evenlot.internal;

/** FNV-1a of 32 bits, by Fowler, Noll and Vo (draft-eastlake-fnv, section 2). */
public final class Fnv1a {

  private Fnv1a() {}

  /** The hash, from 0 to 2³² − 1. */
  public static long hash(Message message) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < message.length; i++) {
      hash = (hash ^ (message.bytes[i] & 0xFF)) * 0x01000193;
    }
    return hash & 0xFFFFFFFFL;
  }
}
