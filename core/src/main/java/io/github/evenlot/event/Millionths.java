package io.github.evenlot.event;

import io.github.evenlot.internal.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Fixed-point values: a {@code long} counts millionths. Six decimals hold every currency, and
 * nanoseconds where latency is in milliseconds. Sums of such values are exact in any order.
 */
public final class Millionths {

  /** The number of decimals. */
  public static final int SCALE = 6;

  /** The largest absolute value, in units: 9·10¹². */
  public static final BigDecimal MAX = BigDecimal.valueOf(9_000_000_000_000L);

  /** The largest absolute value, in millionths: 9·10¹⁸. */
  public static final long MAX_MILLIONTHS = 9_000_000_000_000_000_000L;

  private Millionths() {}

  /**
   * Rounds half-even to millionths.
   *
   * @throws IllegalArgumentException if |value| is above 9·10¹²
   */
  public static long of(BigDecimal value) {
    // Asked before rounding, for rounding a huge exponent would build a huge number.
    if (value.abs().compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "value %s is beyond ±9e12".formatted(Decimals.shown(value)));
    }
    if ((long) value.precision() - value.scale() < -SCALE) {
      return 0;
    }
    return value.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  /**
   * Rounds the decimal text of {@code value} half-even to millionths.
   *
   * @throws IllegalArgumentException if {@code value} is NaN, infinite or beyond ±9·10¹²
   */
  public static long of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value %s is not a finite number".formatted(value));
    }
    return of(BigDecimal.valueOf(value));
  }

  /** The value in units, with six decimals. */
  public static BigDecimal toDecimal(long millionths) {
    return BigDecimal.valueOf(millionths, SCALE);
  }

  /**
   * Returns {@code millionths} if it is within ±9·10¹⁸.
   *
   * @throws IllegalArgumentException otherwise
   */
  static long check(long millionths) {
    if (millionths > MAX_MILLIONTHS || millionths < -MAX_MILLIONTHS) {
      throw new IllegalArgumentException(
          "value %s is beyond ±9e12".formatted(Decimals.shown(toDecimal(millionths))));
    }
    return millionths;
  }
}
