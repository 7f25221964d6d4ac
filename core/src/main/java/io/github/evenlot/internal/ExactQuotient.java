package io.github.evenlot.internal;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A quotient of exact numbers, rounded once.
 *
 * @param rounded the nearest double, half-even; infinite beyond its range, within one unit of the
 *     last place below its normal range
 * @param rest the exact quotient less {@code rounded}, to at least 50 bits; 0 where {@code rounded}
 *     is infinite
 */
public record ExactQuotient(double rounded, double rest) {

  /** Twice the 53 of a double and enough that the lowest can stand for all that follow. */
  private static final int BITS = 120;

  private static final BigInteger[] POWERS_OF_TEN = new BigInteger[33];

  static {
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = BigInteger.TEN.pow(i);
    }
  }

  /**
   * {@code numerator / denominator}.
   *
   * @param denominator positive
   */
  public static ExactQuotient of(BigDecimal numerator, BigInteger denominator) {
    BigInteger power = powerOfTen(Math.abs(numerator.scale()));
    return numerator.scale() >= 0
        ? of(numerator.unscaledValue(), denominator.multiply(power))
        : of(numerator.unscaledValue().multiply(power), denominator);
  }

  private static ExactQuotient of(BigInteger numerator, BigInteger denominator) {
    int shift = BITS - numerator.bitLength() + denominator.bitLength();
    BigInteger[] quotient =
        numerator
            .abs()
            .shiftLeft(Math.max(shift, 0))
            .divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
    boolean exact = quotient[1].signum() == 0;
    BigInteger bits = exact ? quotient[0] : quotient[0].setBit(0);
    double rounded = bits.doubleValue();
    double rest = bits.subtract(integer(rounded)).doubleValue();
    int sign = numerator.signum();
    double scaled = sign * Math.scalb(rounded, -shift);
    return new ExactQuotient(
        scaled, Double.isInfinite(scaled) ? 0 : sign * Math.scalb(rest, -shift));
  }

  /** A double of about {@link #BITS} bits, which is a whole number. */
  private static BigInteger integer(double value) {
    int exponent = Math.max(0, Math.getExponent(value) - 52);
    return BigInteger.valueOf((long) Math.scalb(value, -exponent)).shiftLeft(exponent);
  }

  private static BigInteger powerOfTen(int exponent) {
    return exponent < POWERS_OF_TEN.length ? POWERS_OF_TEN[exponent] : BigInteger.TEN.pow(exponent);
  }
}
