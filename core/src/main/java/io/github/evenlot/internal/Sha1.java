package io.github.evenlot.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * SHA-1, written from FIPS 180-4 (6.1). Not {@link java.security.MessageDigest}, which allocates
 * with each digest and may not be shared. SHA-1 is no longer secure; the buckets that were made by
 * it stay.
 */
public final class Sha1 {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Sha1() {}

  /** Leaves the digest of {@code message} in it. */
  public static void digest(Message message) {
    int end = message.pad();
    LONG.set(message.bytes, end, message.length * 8L);
    int[] state = message.digest;
    state[0] = 0x67452301;
    state[1] = 0xEFCDAB89;
    state[2] = 0x98BADCFE;
    state[3] = 0x10325476;
    state[4] = 0xC3D2E1F0;
    for (int at = 0; at < end; at += 64) {
      schedule(message.bytes, at, message.schedule);
      compress(message.schedule, state);
    }
  }

  private static void schedule(byte[] bytes, int at, int[] w) {
    for (int t = 0; t < 16; t++) {
      w[t] = (int) INT.get(bytes, at + 4 * t);
    }
    for (int t = 16; t < 80; t++) {
      w[t] = Integer.rotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
    }
  }

  private static void compress(int[] w, int[] state) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int t = 0; t < 80; t++) {
      int next = Integer.rotateLeft(a, 5) + mixed(t, b, c, d) + e + w[t];
      e = d;
      d = c;
      c = Integer.rotateLeft(b, 30);
      b = a;
      a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }

  /** The function and the constant of step {@code t}: 4.1.1 and 4.2.1. */
  private static int mixed(int t, int b, int c, int d) {
    if (t < 20) {
      return (d ^ (b & (c ^ d))) + 0x5A827999;
    } else if (t < 40) {
      return (b ^ c ^ d) + 0x6ED9EBA1;
    } else if (t < 60) {
      return ((b & c) | (d & (b | c))) + 0x8F1BBCDC;
    }
    return (b ^ c ^ d) + 0xCA62C1D6;
  }
}
