package io.github.evenlot.internal;

import java.math.BigInteger;

/**
 * A signed 128-bit integer in two's complement. Addition and subtraction are exact or throw; they
 * never wrap.
 *
 * @param high the upper 64 bits, signed
 * @param low the lower 64 bits, unsigned
 */
public record Int128(long high, long low) implements Comparable<Int128> {

  public static final Int128 ZERO = new Int128(0, 0);

  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  public static Int128 of(long value) {
    return value == 0 ? ZERO : new Int128(value >> 63, value);
  }

  /** The exact product; it always fits. */
  public static Int128 product(long a, long b) {
    return new Int128(Math.multiplyHigh(a, b), a * b);
  }

  /**
   * @throws ArithmeticException if {@code value} does not fit into 128 bits
   */
  public static Int128 of(BigInteger value) {
    if (value.bitLength() > 127) {
      throw new ArithmeticException("sum " + value + " does not fit into 128 bits");
    }
    return new Int128(value.shiftRight(64).longValue(), value.longValue());
  }

  /**
   * @throws ArithmeticException if the sum does not fit into 128 bits
   */
  public Int128 plus(Int128 other) {
    // Most sums that are added have no denominator and no covariate: nothing to make anew.
    if (other.isZero()) {
      return this;
    }
    long newLow = low + other.low;
    long carry = Long.compareUnsigned(newLow, low) < 0 ? 1 : 0;
    long newHigh = high + other.high + carry;
    // Overflow happened exactly when both operands have the sign that the result has not.
    if (((high ^ newHigh) & (other.high ^ newHigh)) < 0) {
      throw new ArithmeticException(
          "sum of " + this + " and " + other + " does not fit into 128 bits");
    }
    return new Int128(newHigh, newLow);
  }

  /**
   * @throws ArithmeticException if the difference does not fit into 128 bits
   */
  public Int128 minus(Int128 other) {
    long newLow = low - other.low;
    long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
    long newHigh = high - other.high - borrow;
    if (((high ^ other.high) & (high ^ newHigh)) < 0) {
      throw new ArithmeticException(
          "difference of " + this + " and " + other + " does not fit into 128 bits");
    }
    return new Int128(newHigh, newLow);
  }

  /**
   * The value, or the nearer of {@code ±limit} where it lies beyond them.
   *
   * @param limit not negative
   */
  public long boundedBy(long limit) {
    if (compareTo(of(limit)) > 0) {
      return limit;
    }
    return compareTo(of(-limit)) < 0 ? -limit : low;
  }

  public boolean isZero() {
    return (high | low) == 0;
  }

  public BigInteger toBigInteger() {
    BigInteger lower = BigInteger.valueOf(low);
    return BigInteger.valueOf(high).shiftLeft(64).add(low < 0 ? lower.add(TWO_64) : lower);
  }

  @Override
  public int compareTo(Int128 other) {
    return high != other.high
        ? Long.compare(high, other.high)
        : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return toBigInteger().toString();
  }
}
