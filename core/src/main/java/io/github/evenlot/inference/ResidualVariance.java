package io.github.evenlot.inference;

/** The variance of a − b·z, which may cancel. */
final class ResidualVariance {

  /** The rounding errors of the three terms, each correctly rounded, and of their sum. */
  private static final double CANCELLED = 8 * Math.ulp(1.0);

  private ResidualVariance() {}

  /**
   * Var(a) − 2 b Cov(a, z) + b² Var(z); exactly 0 where nothing but rounding errors is left, and
   * below 0 where the covariance is none that such variances can have.
   */
  static double of(double varianceA, double b, double covariance, double varianceZ) {
    double explained = b * b * varianceZ;
    double variance = varianceA - 2 * b * covariance + explained;
    return Math.abs(variance) <= CANCELLED * (varianceA + explained) ? 0 : variance;
  }

  /** What is wrong with an arm whose residual variance is negative. */
  static NotTestable contradiction(String arm, double variance) {
    return new NotTestable(
        Obstacle.NEGATIVE_VARIANCE,
        "%s has residual variance %s below 0; its sum of products is too large for its sums of squares"
            .formatted(arm, variance));
  }
}
