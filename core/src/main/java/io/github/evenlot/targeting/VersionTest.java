package io.github.evenlot.targeting;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The value stands in an order to a version. What is neither text nor number, as published, is
 * version 0.
 *
 * @param sign whether the sign of value − version is the right one
 */
record VersionTest(String version, IntPredicate sign) implements Node {

  private static final String NONE = "0";

  /** How many characters are compared, one by one and up to three times, in a step. */
  private static final int CHARACTERS = 4;

  static String text(@Nullable Object value) {
    String text = value instanceof String || Numbers.isNumber(value) ? Values.text(value) : NONE;
    return text == null || text.isEmpty() ? NONE : text;
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    String text = text(value);
    long characters = (long) text.length() + version.length();
    int rest = Steps.pay(left, 1 + characters / CHARACTERS + Values.costOfText(value));
    return rest == 0
        ? Steps.EXHAUSTED
        : Steps.verdict(sign.test(VersionOrder.compare(text, version)), rest);
  }
}
