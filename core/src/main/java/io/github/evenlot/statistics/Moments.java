package io.github.evenlot.statistics;

import io.github.evenlot.internal.ExactQuotient;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * What a test method needs to know of one arm: the number of units, means, variances and
 * covariances, in floating point.
 *
 * <p>From exact sums each number is rounded once, so it is the double nearest to the truth however
 * much the sums cancel: the variance is (n·Σy² − (Σy)²)/(n(n−1)) in integers.
 *
 * <p>Degenerate moments are honest moments and are not refused: n below 2, no variance, or a
 * negative variance from sums that contradict each other. The test methods say why they cannot be
 * tested.
 *
 * @param n the number of units
 * @param y the metric
 * @param x the denominator of a ratio metric; {@link Marginal#ZERO} where there is none
 * @param c the covariate: the metric before the exposure; {@link Marginal#ZERO} where there is none
 * @param covarianceXy the sample covariance of metric and denominator, divided by n − 1
 * @param covarianceYc the sample covariance of metric and covariate, divided by n − 1
 */
public record Moments(
    long n, Marginal y, Marginal x, Marginal c, double covarianceXy, double covarianceYc) {

  /** No units. */
  public static final Moments EMPTY = of(0, 0, 0);

  /**
   * @throws IllegalArgumentException if {@code n} is negative or a covariance NaN or infinite
   */
  public Moments {
    if (n < 0) {
      throw new IllegalArgumentException("n %d is below 0".formatted(n));
    }
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(c, "c");
    Finite.check("covarianceXy", covarianceXy);
    Finite.check("covarianceYc", covarianceYc);
  }

  /**
   * Of a metric whose number of units, mean and sample variance are known.
   *
   * @param n not negative
   * @param mean in the metric's unit
   * @param variance in squared units, divided by n − 1; a negative one is taken as it is
   * @throws IllegalArgumentException if {@code n} is negative or another number NaN or infinite
   */
  public static Moments of(long n, double mean, double variance) {
    return new Moments(n, Marginal.of(mean, variance), Marginal.ZERO, Marginal.ZERO, 0, 0);
  }

  /**
   * From exact sums, each number rounded once.
   *
   * @throws IllegalArgumentException if n is negative, as in an increment, or a result is beyond
   *     the range of a double
   */
  public static Moments of(ExactMoments sums) {
    return of(DecimalSums.of(sums));
  }

  /**
   * From exact sums, each number rounded once.
   *
   * @param s sums over units; those that contradict each other give a negative variance
   * @throws IllegalArgumentException if a result is beyond the range of a double
   */
  public static Moments of(DecimalSums s) {
    return new Moments(
        s.n(),
        marginal(s.n(), s.y(), s.yy()),
        marginal(s.n(), s.x(), s.xx()),
        marginal(s.n(), s.c(), s.cc()),
        covariance(s.n(), s.x(), s.y(), s.xy()),
        covariance(s.n(), s.y(), s.c(), s.yc()));
  }

  /** The metric's mean. */
  public double mean() {
    return y.mean();
  }

  /** The metric's sample variance. */
  public double variance() {
    return y.variance();
  }

  /**
   * With the denominator of a ratio metric.
   *
   * @param covariance with the metric, divided by n − 1
   * @throws IllegalArgumentException if a number is NaN or infinite
   */
  public Moments withDenominator(double mean, double variance, double covariance) {
    return new Moments(n, y, Marginal.of(mean, variance), c, covariance, covarianceYc);
  }

  /**
   * With a covariate: the metric before the exposure.
   *
   * @param covariance with the metric, divided by n − 1
   * @throws IllegalArgumentException if a number is NaN or infinite
   */
  public Moments withCovariate(double mean, double variance, double covariance) {
    return new Moments(n, y, x, Marginal.of(mean, variance), covarianceXy, covariance);
  }

  /**
   * The moments of both groups of units together, in floating point. Where exact sums are at hand,
   * {@link ExactMoments#plus} loses nothing.
   *
   * @throws ArithmeticException if the number of units overflows
   */
  public Moments plus(Moments other) {
    if (n == 0 || other.n == 0) {
      return n == 0 ? other : this;
    }
    return new Moments(
        Math.addExact(n, other.n),
        y.merge(n, other.y, other.n),
        x.merge(n, other.x, other.n),
        c.merge(n, other.c, other.n),
        mergedCovariance(other, covarianceXy, other.covarianceXy, x, other.x),
        mergedCovariance(other, covarianceYc, other.covarianceYc, c, other.c));
  }

  private double mergedCovariance(
      Moments other, double covariance, double otherCovariance, Marginal z, Marginal otherZ) {
    double total = (double) n + other.n;
    double between = other.y.minus(y) * otherZ.minus(z) * (n / total) * other.n;
    double within = (n - 1) * covariance + (other.n - 1) * otherCovariance;
    return (within + between) / (total - 1);
  }

  private static Marginal marginal(long n, BigDecimal sum, BigDecimal squares) {
    if (n == 0 || (sum.signum() == 0 && squares.signum() == 0)) {
      return Marginal.ZERO;
    }
    ExactQuotient mean = ExactQuotient.of(sum, BigInteger.valueOf(n));
    return new Marginal(mean.rounded(), mean.rest(), covariance(n, sum, sum, squares));
  }

  /** (n·Σab − Σa·Σb)/(n(n−1)), rounded once. */
  private static double covariance(long n, BigDecimal a, BigDecimal b, BigDecimal products) {
    if (n < 2 || products.signum() == 0 && (a.signum() == 0 || b.signum() == 0)) {
      return 0;
    }
    BigInteger units = BigInteger.valueOf(n);
    BigDecimal numerator = products.multiply(new BigDecimal(units)).subtract(a.multiply(b));
    return ExactQuotient.of(numerator, units.multiply(units.subtract(BigInteger.ONE))).rounded();
  }
}
