package io.github.evenlot.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3_x86_32 of Austin Appleby, written from the description of its published source
 * (MurmurHash3.cpp of SMHasher, public domain).
 */
public final class Murmur3 {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Murmur3() {}

  /** The 32 bits of the hash; some read them as signed, some as unsigned. */
  public static int hash(Message message, int seed) {
    byte[] bytes = message.bytes;
    int length = message.length;
    int hash = seed;
    int at = 0;
    for (; at + 4 <= length; at += 4) {
      hash = Integer.rotateLeft(hash ^ scrambled((int) INT.get(bytes, at)), 13) * 5 + 0xE6546B64;
    }
    int tail = 0;
    for (int i = length - 1; i >= at; i--) {
      tail = tail << 8 | bytes[i] & 0xFF;
    }
    return avalanche(hash ^ scrambled(tail) ^ length);
  }

  private static int scrambled(int block) {
    return Integer.rotateLeft(block * 0xCC9E2D51, 15) * 0x1B873593;
  }

  private static int avalanche(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
