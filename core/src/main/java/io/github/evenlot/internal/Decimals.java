package io.github.evenlot.internal;

import java.math.BigDecimal;

/** Decimals of any size, in messages. */
public final class Decimals {

  private static final int MOST_DIGITS = 60;

  private Decimals() {}

  /**
   * The value as a person would write it; with an exponent where it would be long without one, and
   * by the number of its digits where they would be too many. Quick, whatever the exponent.
   */
  public static String shown(BigDecimal value) {
    if (value.precision() > MOST_DIGITS) {
      return "of %d digits".formatted(value.precision());
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return Math.abs((long) stripped.scale()) <= MOST_DIGITS
        ? stripped.toPlainString()
        : stripped.toString();
  }
}
