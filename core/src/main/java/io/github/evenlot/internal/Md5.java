package io.github.evenlot.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MD5, written from RFC 1321. Not {@link java.security.MessageDigest}, which allocates with each
 * digest and may not be shared. MD5 is no longer secure; the buckets that were made by it stay.
 */
public final class Md5 {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** RFC 1321, 3.4: the integer parts of 2³² |sin(i)|, i in radians from 1 on. */
  private static final int[] T = new int[64];

  static {
    for (int i = 0; i < 64; i++) {
      T[i] = (int) (long) (0x1p32 * Math.abs(StrictMath.sin(i + 1)));
    }
  }

  private Md5() {}

  /** Leaves the digest of {@code message} in it. */
  public static void digest(Message message) {
    int end = message.pad();
    LONG.set(message.bytes, end, message.length * 8L);
    int[] state = message.digest;
    state[0] = 0x67452301;
    state[1] = 0xEFCDAB89;
    state[2] = 0x98BADCFE;
    state[3] = 0x10325476;
    for (int at = 0; at < end; at += 64) {
      compress(message.bytes, at, state);
    }
    for (int i = 0; i < 4; i++) {
      state[i] = Integer.reverseBytes(state[i]);
    }
  }

  /**
   * The 64 steps of RFC 1321, 3.4, written out: each waits for the one before, so that nothing else
   * may stand in its way. That is why the constants come from a table, too: written here, the
   * compiler would add them last.
   */
  private static void compress(byte[] x, int at, int[] state) {
    int x0 = (int) INT.get(x, at);
    int x1 = (int) INT.get(x, at + 4);
    int x2 = (int) INT.get(x, at + 8);
    int x3 = (int) INT.get(x, at + 12);
    int x4 = (int) INT.get(x, at + 16);
    int x5 = (int) INT.get(x, at + 20);
    int x6 = (int) INT.get(x, at + 24);
    int x7 = (int) INT.get(x, at + 28);
    int x8 = (int) INT.get(x, at + 32);
    int x9 = (int) INT.get(x, at + 36);
    int x10 = (int) INT.get(x, at + 40);
    int x11 = (int) INT.get(x, at + 44);
    int x12 = (int) INT.get(x, at + 48);
    int x13 = (int) INT.get(x, at + 52);
    int x14 = (int) INT.get(x, at + 56);
    int x15 = (int) INT.get(x, at + 60);
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    a = f(a, b, c, d, x0 + T[0], 7);
    d = f(d, a, b, c, x1 + T[1], 12);
    c = f(c, d, a, b, x2 + T[2], 17);
    b = f(b, c, d, a, x3 + T[3], 22);
    a = f(a, b, c, d, x4 + T[4], 7);
    d = f(d, a, b, c, x5 + T[5], 12);
    c = f(c, d, a, b, x6 + T[6], 17);
    b = f(b, c, d, a, x7 + T[7], 22);
    a = f(a, b, c, d, x8 + T[8], 7);
    d = f(d, a, b, c, x9 + T[9], 12);
    c = f(c, d, a, b, x10 + T[10], 17);
    b = f(b, c, d, a, x11 + T[11], 22);
    a = f(a, b, c, d, x12 + T[12], 7);
    d = f(d, a, b, c, x13 + T[13], 12);
    c = f(c, d, a, b, x14 + T[14], 17);
    b = f(b, c, d, a, x15 + T[15], 22);
    a = g(a, b, c, d, x1 + T[16], 5);
    d = g(d, a, b, c, x6 + T[17], 9);
    c = g(c, d, a, b, x11 + T[18], 14);
    b = g(b, c, d, a, x0 + T[19], 20);
    a = g(a, b, c, d, x5 + T[20], 5);
    d = g(d, a, b, c, x10 + T[21], 9);
    c = g(c, d, a, b, x15 + T[22], 14);
    b = g(b, c, d, a, x4 + T[23], 20);
    a = g(a, b, c, d, x9 + T[24], 5);
    d = g(d, a, b, c, x14 + T[25], 9);
    c = g(c, d, a, b, x3 + T[26], 14);
    b = g(b, c, d, a, x8 + T[27], 20);
    a = g(a, b, c, d, x13 + T[28], 5);
    d = g(d, a, b, c, x2 + T[29], 9);
    c = g(c, d, a, b, x7 + T[30], 14);
    b = g(b, c, d, a, x12 + T[31], 20);
    a = h(a, b, c, d, x5 + T[32], 4);
    d = h(d, a, b, c, x8 + T[33], 11);
    c = h(c, d, a, b, x11 + T[34], 16);
    b = h(b, c, d, a, x14 + T[35], 23);
    a = h(a, b, c, d, x1 + T[36], 4);
    d = h(d, a, b, c, x4 + T[37], 11);
    c = h(c, d, a, b, x7 + T[38], 16);
    b = h(b, c, d, a, x10 + T[39], 23);
    a = h(a, b, c, d, x13 + T[40], 4);
    d = h(d, a, b, c, x0 + T[41], 11);
    c = h(c, d, a, b, x3 + T[42], 16);
    b = h(b, c, d, a, x6 + T[43], 23);
    a = h(a, b, c, d, x9 + T[44], 4);
    d = h(d, a, b, c, x12 + T[45], 11);
    c = h(c, d, a, b, x15 + T[46], 16);
    b = h(b, c, d, a, x2 + T[47], 23);
    a = i(a, b, c, d, x0 + T[48], 6);
    d = i(d, a, b, c, x7 + T[49], 10);
    c = i(c, d, a, b, x14 + T[50], 15);
    b = i(b, c, d, a, x5 + T[51], 21);
    a = i(a, b, c, d, x12 + T[52], 6);
    d = i(d, a, b, c, x3 + T[53], 10);
    c = i(c, d, a, b, x10 + T[54], 15);
    b = i(b, c, d, a, x1 + T[55], 21);
    a = i(a, b, c, d, x8 + T[56], 6);
    d = i(d, a, b, c, x15 + T[57], 10);
    c = i(c, d, a, b, x6 + T[58], 15);
    b = i(b, c, d, a, x13 + T[59], 21);
    a = i(a, b, c, d, x4 + T[60], 6);
    d = i(d, a, b, c, x11 + T[61], 10);
    c = i(c, d, a, b, x2 + T[62], 15);
    b = i(b, c, d, a, x9 + T[63], 21);
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  // The steps of the four rounds, with b, which is there last, as near to the end as may be.

  private static int f(int a, int b, int c, int d, int addend, int shift) {
    return b + Integer.rotateLeft(a + addend + (d ^ (b & (c ^ d))), shift);
  }

  private static int g(int a, int b, int c, int d, int addend, int shift) {
    return b + Integer.rotateLeft(a + addend + (c & ~d) + (b & d), shift);
  }

  private static int h(int a, int b, int c, int d, int addend, int shift) {
    return b + Integer.rotateLeft(a + addend + (c ^ d ^ b), shift);
  }

  private static int i(int a, int b, int c, int d, int addend, int shift) {
    return b + Integer.rotateLeft(a + addend + (c ^ (b | ~d)), shift);
  }
}
