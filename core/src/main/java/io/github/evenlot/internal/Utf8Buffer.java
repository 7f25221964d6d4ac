package io.github.evenlot.internal;

/**
 * Text as UTF-8, in an array that is used again and grows only where a text is longer than any
 * before. One that is more than {@link #MOST_SPARE} longer than the next text needs is let go. For
 * one thread.
 */
public final class Utf8Buffer {

  static final int MOST_SPARE = 1 << 16;

  private byte[] bytes = new byte[64];
  private int length;

  /**
   * Encodes {@code text} as {@link String#getBytes(java.nio.charset.Charset)} does: half of a
   * surrogate pair becomes {@code ?}.
   *
   * @return whether {@code text} is ASCII, so that the bytes are all of it
   */
  public boolean set(String text) {
    boolean ascii = encodeAscii(text);
    if (!ascii) {
      encode(text);
    }
    return ascii;
  }

  /** Whether what is encoded is ASCII and this very text. */
  public boolean isAscii(String text) {
    boolean same = text.length() == length;
    for (int i = 0; same && i < length; i++) {
      same = text.charAt(i) == bytes[i];
    }
    return same;
  }

  /** Encodes {@code text} if it is ASCII, and says whether it is. */
  @SuppressWarnings(
      "deprecation") // It copies the low byte of each character: of ASCII all there is.
  private boolean encodeAscii(String text) {
    length = text.length();
    text.getBytes(0, length, room(length), 0);
    int union = 0;
    for (int i = 0; i < length; i++) {
      union |= text.charAt(i);
    }
    return union < 0x80;
  }

  /** Encodes the decimal text of {@code number}. */
  public void set(long number) {
    byte[] to = room(20);
    int digits = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      digits++;
    }
    length = number < 0 ? digits + 1 : digits;
    to[0] = '-';
    long rest = number;
    for (int at = length; at > length - digits; rest /= 10) {
      to[--at] = (byte) ('0' + Math.abs((int) (rest % 10)));
    }
  }

  /** The encoded text, and behind {@link #length()} whatever was there before. */
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  private void encode(String text) {
    byte[] to = room(Math.multiplyExact(3, text.length()));
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        to[at++] = (byte) c;
      } else if (c < 0x800) {
        to[at++] = (byte) (0xC0 | c >> 6);
        to[at++] = continuation(c);
      } else if (!Character.isSurrogate(c)) {
        to[at++] = (byte) (0xE0 | c >> 12);
        to[at++] = continuation(c >> 6);
        to[at++] = continuation(c);
      } else if (isPair(text, i)) {
        at = encodePair(Character.toCodePoint(c, text.charAt(++i)), to, at);
      } else {
        to[at++] = '?';
      }
    }
    length = at;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static int encodePair(int codePoint, byte[] to, int at) {
    to[at] = (byte) (0xF0 | codePoint >> 18);
    to[at + 1] = continuation(codePoint >> 12);
    to[at + 2] = continuation(codePoint >> 6);
    to[at + 3] = continuation(codePoint);
    return at + 4;
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | bits & 0x3F);
  }

  /**
   * The array, with room for {@code count} bytes. One comparison, which ids have all the time,
   * finds both too little room, as a huge number without sign, and far too much.
   */
  private byte[] room(int count) {
    if (Integer.compareUnsigned(bytes.length - count, MOST_SPARE) > 0) {
      bytes = new byte[Math.max(64, count)];
    }
    return bytes;
  }
}
