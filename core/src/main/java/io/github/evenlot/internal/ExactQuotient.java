package io.github.evenlot.internal;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Quotients of exact numbers, rounded once. */
public final class ExactQuotient {

  /** More than the 53 of a double by enough that the lowest bit can stand for all that follow. */
  private static final int BITS = 66;

  private ExactQuotient() {}

  /**
   * {@code numerator / denominator} rounded half-even to the nearest double; infinite beyond its
   * range, within one unit of the last place below its normal range.
   *
   * @param denominator positive
   */
  public static double of(BigDecimal numerator, BigInteger denominator) {
    BigInteger powerOfTen = BigInteger.TEN.pow(Math.abs(numerator.scale()));
    return numerator.scale() >= 0
        ? of(numerator.unscaledValue(), denominator.multiply(powerOfTen))
        : of(numerator.unscaledValue().multiply(powerOfTen), denominator);
  }

  private static double of(BigInteger numerator, BigInteger denominator) {
    int shift = BITS - numerator.bitLength() + denominator.bitLength();
    BigInteger[] quotient =
        numerator
            .abs()
            .shiftLeft(Math.max(shift, 0))
            .divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
    boolean exact = quotient[1].signum() == 0;
    BigInteger sticky = exact ? quotient[0] : quotient[0].setBit(0);
    return numerator.signum() * Math.scalb(sticky.doubleValue(), -shift);
  }
}
