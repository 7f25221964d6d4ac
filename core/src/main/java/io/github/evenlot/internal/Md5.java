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

  private static void compress(byte[] x, int at, int[] state) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 16; i += 4) {
      a = b + Integer.rotateLeft(a + (d ^ (b & (c ^ d))) + word(x, at, i) + T[i], 7);
      d = a + Integer.rotateLeft(d + (c ^ (a & (b ^ c))) + word(x, at, i + 1) + T[i + 1], 12);
      c = d + Integer.rotateLeft(c + (b ^ (d & (a ^ b))) + word(x, at, i + 2) + T[i + 2], 17);
      b = c + Integer.rotateLeft(b + (a ^ (c & (d ^ a))) + word(x, at, i + 3) + T[i + 3], 22);
    }
    for (int i = 16; i < 32; i += 4) {
      a = b + Integer.rotateLeft(a + (c ^ (d & (b ^ c))) + word(x, at, 5 * i + 1) + T[i], 5);
      d = a + Integer.rotateLeft(d + (b ^ (c & (a ^ b))) + word(x, at, 5 * i + 6) + T[i + 1], 9);
      c = d + Integer.rotateLeft(c + (a ^ (b & (d ^ a))) + word(x, at, 5 * i + 11) + T[i + 2], 14);
      b = c + Integer.rotateLeft(b + (d ^ (a & (c ^ d))) + word(x, at, 5 * i + 16) + T[i + 3], 20);
    }
    for (int i = 32; i < 48; i += 4) {
      a = b + Integer.rotateLeft(a + (b ^ c ^ d) + word(x, at, 3 * i + 5) + T[i], 4);
      d = a + Integer.rotateLeft(d + (a ^ b ^ c) + word(x, at, 3 * i + 8) + T[i + 1], 11);
      c = d + Integer.rotateLeft(c + (d ^ a ^ b) + word(x, at, 3 * i + 11) + T[i + 2], 16);
      b = c + Integer.rotateLeft(b + (c ^ d ^ a) + word(x, at, 3 * i + 14) + T[i + 3], 23);
    }
    for (int i = 48; i < 64; i += 4) {
      a = b + Integer.rotateLeft(a + (c ^ (b | ~d)) + word(x, at, 7 * i) + T[i], 6);
      d = a + Integer.rotateLeft(d + (b ^ (a | ~c)) + word(x, at, 7 * i + 7) + T[i + 1], 10);
      c = d + Integer.rotateLeft(c + (a ^ (d | ~b)) + word(x, at, 7 * i + 14) + T[i + 2], 15);
      b = c + Integer.rotateLeft(b + (d ^ (c | ~a)) + word(x, at, 7 * i + 21) + T[i + 3], 21);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }

  private static int word(byte[] bytes, int at, int index) {
    return (int) INT.get(bytes, at + 4 * (index & 15));
  }
}
