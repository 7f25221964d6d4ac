package io.github.evenlot.statistics;

import io.github.evenlot.internal.Int128;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** From decimals to 128-bit integers of a power of ten, exactly and in bounded time. */
final class FixedPoint {

  /** Of 2¹²⁷. */
  private static final int MOST_DIGITS = 39;

  private static final int MOST_BITS = 127;
  private static final MathContext SHORT = new MathContext(12);

  private FixedPoint() {}

  /**
   * @param what the sum, for messages
   * @param decimals how many the integer has
   * @throws ArithmeticException if the sum has more, or does not fit
   */
  static Int128 integer(String what, BigDecimal value, int decimals) {
    if (value.signum() == 0) {
      return Int128.ZERO;
    }
    // Before any digit is made: an exponent of millions would make millions of them.
    long digits = (long) value.precision() - value.scale() + decimals;
    if (digits > MOST_DIGITS) {
      throw tooLarge(what, value, decimals);
    }
    if (digits < 1) {
      throw tooFine(what, value, decimals);
    }
    BigInteger integer = unscaled(what, value, decimals);
    if (integer.bitLength() > MOST_BITS) {
      throw tooLarge(what, value, decimals);
    }
    return Int128.of(integer);
  }

  private static BigInteger unscaled(String what, BigDecimal value, int decimals) {
    try {
      return value.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue();
    } catch (ArithmeticException e) {
      throw (ArithmeticException) tooFine(what, value, decimals).initCause(e);
    }
  }

  private static ArithmeticException tooLarge(String what, BigDecimal value, int decimals) {
    return new ArithmeticException(
        "%s %s does not fit into 128 bits with its %d decimals"
            .formatted(what, value.round(SHORT), decimals));
  }

  private static ArithmeticException tooFine(String what, BigDecimal value, int decimals) {
    return new ArithmeticException(
        "%s %s is finer than its %d decimals".formatted(what, value.round(SHORT), decimals));
  }
}
