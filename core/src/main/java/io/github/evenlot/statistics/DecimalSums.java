package io.github.evenlot.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The number of units and exact decimal sums over them, of any scale, as a file or a query gives
 * them. {@link Moments#of(DecimalSums)} makes moments of them, rounding each once.
 *
 * @param n the number of units; not negative
 * @param y Σy of the metric
 * @param yy Σy²
 * @param x Σx of a ratio's denominator; 0 where there is none
 * @param xx Σx²
 * @param xy Σxy
 * @param c Σc of the covariate; 0 where there is none
 * @param cc Σc²
 * @param yc Σyc
 */
public record DecimalSums(
    long n,
    BigDecimal y,
    BigDecimal yy,
    BigDecimal x,
    BigDecimal xx,
    BigDecimal xy,
    BigDecimal c,
    BigDecimal cc,
    BigDecimal yc) {

  /** Far beyond the squares of all doubles, and small enough to calculate with exactly. */
  private static final int MAX_EXPONENT = 2_500;

  /**
   * @throws IllegalArgumentException if {@code n} is negative, or 0 with sums that are not, or a
   *     sum has a decimal exponent beyond ±2500
   */
  public DecimalSums {
    if (n < 0) {
      throw new IllegalArgumentException("n %d is below 0".formatted(n));
    }
    check("sum", y);
    check("sum of squares", yy);
    check("sum of the denominator", x);
    check("sum of squares of the denominator", xx);
    check("sum of products with the denominator", xy);
    check("sum of the covariate", c);
    check("sum of squares of the covariate", cc);
    check("sum of products with the covariate", yc);
    if (n == 0 && Stream.of(y, yy, x, xx, xy, c, cc, yc).anyMatch(sum -> sum.signum() != 0)) {
      throw new IllegalArgumentException(
          "n is 0, but the sums are %s".formatted(List.of(y, yy, x, xx, xy, c, cc, yc)));
    }
  }

  /**
   * Of a metric alone.
   *
   * @throws IllegalArgumentException as from the constructor
   */
  public static DecimalSums of(long n, BigDecimal sum, BigDecimal sumOfSquares) {
    BigDecimal none = BigDecimal.ZERO;
    return new DecimalSums(n, sum, sumOfSquares, none, none, none, none, none, none);
  }

  /**
   * Of {@code n} units of which {@code converted} have the value 1 and the others 0.
   *
   * @throws IllegalArgumentException if {@code converted} is outside 0..n
   */
  public static DecimalSums ofConversions(long n, long converted) {
    if (converted < 0 || converted > n) {
      throw new IllegalArgumentException("converted %d is outside 0..%d".formatted(converted, n));
    }
    return of(n, BigDecimal.valueOf(converted), BigDecimal.valueOf(converted));
  }

  static DecimalSums of(ExactMoments m) {
    return new DecimalSums(
        m.n(), m.sumY(), m.sumYy(), m.sumX(), m.sumXx(), m.sumXy(), m.sumC(), m.sumCc(), m.sumYc());
  }

  /**
   * With Σx, Σx² and Σxy of the denominator of a ratio.
   *
   * @throws IllegalArgumentException as from the constructor
   */
  public DecimalSums withDenominator(BigDecimal sum, BigDecimal sumOfSquares, BigDecimal cross) {
    return new DecimalSums(n, y, yy, sum, sumOfSquares, cross, c, cc, yc);
  }

  /**
   * With Σc, Σc² and Σyc of the covariate.
   *
   * @throws IllegalArgumentException as from the constructor
   */
  public DecimalSums withCovariate(BigDecimal sum, BigDecimal sumOfSquares, BigDecimal cross) {
    return new DecimalSums(n, y, yy, x, xx, xy, sum, sumOfSquares, cross);
  }

  private static void check(String what, BigDecimal sum) {
    Objects.requireNonNull(sum, what);
    long exponent = (long) sum.precision() - sum.scale();
    if (Math.abs((long) sum.scale()) > MAX_EXPONENT || Math.abs(exponent) > MAX_EXPONENT) {
      throw new IllegalArgumentException(
          "%s of %d digits with exponent %d is beyond exponent ±%d"
              .formatted(what, sum.precision(), exponent, MAX_EXPONENT));
    }
  }
}
