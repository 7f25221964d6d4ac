package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Texts as bytes, without loss. A Java text may hold half of a surrogate pair, which no UTF-8 can
 * express; Java would write a question mark, and two units would become one.
 */
final class Utf8 {

  private Utf8() {}

  /**
   * @param what the name of the text, for messages
   * @throws IllegalArgumentException if {@code text} has no UTF-8 form
   */
  static byte[] encode(String what, String text) {
    require(what, text);
    return text.getBytes(UTF_8);
  }

  /**
   * @throws IllegalArgumentException if {@code text} has no UTF-8 form
   */
  static void require(String what, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        i = endOfPair(what, text, i);
      }
    }
  }

  private static int endOfPair(String what, String text, int start) {
    if (Character.isBmpCodePoint(text.codePointAt(start))) {
      throw new IllegalArgumentException(
          "%s has an unpaired surrogate at index %d, so it has no UTF-8 form"
              .formatted(what, start));
    }
    return start + 1;
  }
}
