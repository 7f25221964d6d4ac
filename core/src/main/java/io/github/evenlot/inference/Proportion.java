package io.github.evenlot.inference;

import io.github.evenlot.internal.Int128;

/**
 * Converted units of all units.
 *
 * @param converted from 0 to {@code units}
 * @param units positive
 */
record Proportion(long converted, long units) {

  double rate() {
    return (double) converted / units;
  }

  /** One less the rate. */
  double complement() {
    return (double) (units - converted) / units;
  }

  /** This rate less the other, from an exact difference. */
  double minus(Proportion other) {
    return Int128.product(converted, other.units)
            .minus(Int128.product(other.converted, units))
            .toBigInteger()
            .doubleValue()
        / units
        / other.units;
  }

  /** The unpooled squared standard error of the rate. */
  double squaredError() {
    return rate() * complement() / units;
  }

  /**
   * From the rate up to the upper bound of Wilson's (1927) score interval, the larger root u of (p
   * − u)² = z² u(1 − u)/n.
   */
  double wilsonAbove(double z) {
    return wilsonDistance(z, complement());
  }

  /** From the rate down to the lower bound of Wilson's score interval. */
  double wilsonBelow(double z) {
    return wilsonDistance(z, rate());
  }

  /**
   * With s = z²/n: (s (2q − 1) + √(s (s + 4 p (1−p))))/(2 (1 + s)), where q is the room that is
   * left on that side. Where the terms of the numerator oppose each other, it is written as the
   * quotient that they do not cancel in.
   */
  private double wilsonDistance(double z, double room) {
    double s = z * z / units;
    double root = Math.sqrt(s * (s + 4 * rate() * complement()));
    double lean = s * (2 * room - 1);
    double numerator =
        lean >= 0 ? lean + root : 4 * s * room * (1 - room) * (1 + s) / (root - lean);
    return numerator / (2 * (1 + s));
  }
}
