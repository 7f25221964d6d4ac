package io.github.evenlot.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against {@link String#getBytes(java.nio.charset.Charset)} and {@link Long#toString}. */
class Utf8BufferTest {

  private final Utf8Buffer buffer = new Utf8Buffer();

  private byte[] encoded() {
    return Arrays.copyOf(buffer.bytes(), buffer.length());
  }

  @Test
  @DisplayName("Text of every length and from every part of Unicode is encoded as the JDK does.")
  void text() {
    SplittableRandom random = new SplittableRandom(1);
    int[] bounds = {0x80, 0x100, 0x800, 0xD800, 0x10000};
    for (int i = 0; i < 20_000; i++) {
      int bound = bounds[i % bounds.length];
      String text = text(random, i % 301, bound);
      buffer.set(text);
      assertThat(encoded()).as(text).isEqualTo(text.getBytes(UTF_8));
    }
  }

  /** Characters below {@code bound}, mostly ASCII; for the last bound many halves of pairs. */
  private static String text(SplittableRandom random, int length, int bound) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int from = bound == 0x10000 ? 0xD700 : 0;
      text.append((char) (random.nextInt(8) == 0 ? random.nextInt(from, bound) : 'a'));
    }
    return text.toString();
  }

  @ParameterizedTest
  @DisplayName("Halves of pairs become question marks, and pairs four bytes.")
  @ValueSource(
      strings = {"", "\0", "\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83D\uD83D\uDE00", "😀", "x😀"})
  void pairs(String text) {
    buffer.set(text);
    assertThat(encoded()).isEqualTo(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @DisplayName("A number is its decimal text.")
  @ValueSource(longs = {0, 7, -7, 10, 99, -100, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
  void numbers(long number) {
    buffer.set(number);
    assertThat(new String(encoded(), UTF_8)).isEqualTo(Long.toString(number));
  }

  @Test
  @DisplayName("A short text after a long one is short.")
  void again() {
    buffer.set("é".repeat(5_000));
    assertThat(buffer.length()).isEqualTo(10_000);
    buffer.set("ab");
    assertThat(encoded()).isEqualTo(new byte[] {'a', 'b'});
  }

  @Test
  @DisplayName("A huge text is not kept for ever, and texts of usual lengths keep their array.")
  void letsGo() {
    for (String huge : new String[] {"x".repeat(1_000_000), "é".repeat(1_000_000)}) {
      buffer.set(huge);
      assertThat(encoded()).isEqualTo(huge.getBytes(UTF_8));
      buffer.set("alice");
      assertThat(encoded()).isEqualTo("alice".getBytes(UTF_8));
      assertThat(buffer.bytes()).hasSizeLessThanOrEqualTo(5 + Utf8Buffer.MOST_SPARE);
      buffer.set(huge);
      buffer.set(7);
      assertThat(buffer.bytes()).hasSizeLessThanOrEqualTo(20 + Utf8Buffer.MOST_SPARE);
    }
    buffer.set("x".repeat(20_000));
    byte[] usual = buffer.bytes();
    buffer.set("");
    buffer.set("é".repeat(5_000));
    buffer.set(42);
    assertThat(buffer.bytes()).isSameAs(usual);
  }

  @Test
  @DisplayName("A huge message is not kept for ever either.")
  void messagesLetGo() {
    Message message = new Message().append(new byte[1_000_000]);
    assertThat(message.bytes).hasSizeGreaterThanOrEqualTo(1_000_000);
    assertThat(message.clear().append(new byte[5]).bytes).hasSize(256);
    byte[] usual = message.append(new byte[30_000]).bytes;
    assertThat(message.clear().bytes).isSameAs(usual);
  }
}
