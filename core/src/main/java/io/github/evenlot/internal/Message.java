package io.github.evenlot.internal;

import java.util.Arrays;

/**
 * Bytes that are put together to be hashed, and the scratch of the hashes. Made once and used for
 * ever: it allocates only where a message is longer than any before, and lets an array of more than
 * 64 kB go. For one thread.
 */
public final class Message {

  /** What padding adds at most: a whole block and the nine bytes of the mark and the length. */
  private static final int PADDING = 73;

  private static final int MOST_KEPT = 1 << 16;

  byte[] bytes = new byte[256];
  int length;

  private final Utf8Buffer decimal = new Utf8Buffer();

  /** The words of the digest, each as if read big-endian from its bytes. */
  final int[] digest = new int[8];

  /** The message schedule of the SHA functions. */
  final int[] schedule = new int[80];

  /** Makes it the empty message. */
  public Message clear() {
    length = 0;
    if (bytes.length > MOST_KEPT) {
      bytes = new byte[256];
    }
    return this;
  }

  /** Appends the first {@code count} bytes of {@code source}. */
  public Message append(byte[] source, int count) {
    reserve(count);
    System.arraycopy(source, 0, bytes, length, count);
    length += count;
    return this;
  }

  /** Appends all bytes of {@code source}. */
  public Message append(byte[] source) {
    return append(source, source.length);
  }

  /** Appends the decimal text of {@code number}. */
  public Message appendDecimal(long number) {
    decimal.set(number);
    return append(decimal.bytes(), decimal.length());
  }

  /** The digest's bytes 4·{@code index} to 4·{@code index} + 3 as a big-endian number. */
  public int word(int index) {
    return digest[index];
  }

  /** The first 60 bits of the digest, which are its first 15 hexadecimal digits, as a number. */
  public long first60Bits() {
    return ((digest[0] & 0xFFFFFFFFL) << 28) | (digest[1] >>> 4);
  }

  /**
   * Appends the padding of MD5 and SHA but for the length: a one, and zeros up to 8 bytes before
   * the end of a block of 64 bytes.
   *
   * @return where the 8 bytes of the length belong
   */
  int pad() {
    reserve(PADDING);
    int end = ((length + 8) & ~63) + 56;
    bytes[length] = (byte) 0x80;
    Arrays.fill(bytes, length + 1, end, (byte) 0);
    return end;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.addExact(length, count) + (length + count) / 2);
    }
  }
}
