package io.github.evenlot.targeting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts that conditions compare one attribute with, numbered from 1. A user's text is looked up
 * among them once, and each condition then compares two numbers.
 */
final class KnownTexts {

  /** The number of whatever is none of the texts. */
  static final int NONE = 0;

  /** So many texts are compared sooner than one is hashed. */
  private static final int FEW = 4;

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] texts = {};

  /** The first of them, which most attributes have alone. */
  private @Nullable String first;

  private int longest = -1;

  /** The number of a text, which is the next free one if it is new. */
  int add(String text) {
    Integer known = numbers.putIfAbsent(text, texts.length + 1);
    if (known != null) {
      return known;
    }
    texts = Arrays.copyOf(texts, texts.length + 1);
    texts[texts.length - 1] = text;
    first = texts[0];
    longest = Math.max(longest, text.length());
    return texts.length;
  }

  int numberOf(@Nullable Object value) {
    if (first != null && first.equals(value)) {
      return 1;
    }
    return texts.length <= 1 ? NONE : others(value);
  }

  private int others(@Nullable Object value) {
    return texts.length <= FEW ? counted(value) : hashed(value);
  }

  private int counted(@Nullable Object value) {
    for (int i = 1; i < texts.length; i++) {
      if (texts[i].equals(value)) {
        return i + 1;
      }
    }
    return NONE;
  }

  private int hashed(@Nullable Object value) {
    // A longer text is none of them, and its hash could take long.
    return value instanceof String text && text.length() <= longest
        ? numbers.getOrDefault(text, NONE)
        : NONE;
  }
}
