package io.github.evenlot.inference;

/** The variance of a − b·z, which may cancel. */
final class ResidualVariance {

  /** The rounding errors of the three terms, each correctly rounded, and of their sum. */
  private static final double CANCELLED = 8 * Math.ulp(1.0);

  private ResidualVariance() {}

  /** Var(a) − 2 b Cov(a, z) + b² Var(z); exactly 0 where nothing but rounding errors is left. */
  static double of(double varianceA, double b, double covariance, double varianceZ) {
    double explained = b * b * varianceZ;
    double variance = varianceA - 2 * b * covariance + explained;
    return variance <= CANCELLED * (varianceA + explained) ? 0 : variance;
  }
}
