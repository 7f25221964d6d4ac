package io.github.evenlot.internal;

import org.apache.commons.statistics.distribution.TDistribution;

/** The upper tail of Student's t distribution, and its logarithm where it underflows. */
public final class StudentTail {

  private static final double SMALL = 1e-290;
  private static final int MAX_TERMS = 10_000;

  private StudentTail() {}

  /** P(T &gt; t) with {@code nu} &gt; 0 degrees of freedom. */
  public static double survival(double t, double nu) {
    // The library rounds t of Cauchy's distribution away where |t| is small.
    return nu == 1 ? cauchySurvival(t) : TDistribution.of(nu).survivalProbability(t);
  }

  /** ln P(T &gt; t), finite for every finite t. */
  public static double logSurvival(double t, double nu) {
    double survival = survival(t, nu);
    return survival > SMALL ? Math.log(survival) : logFarTail(t, nu);
  }

  /** The t with P(T &gt; t) = {@code probability}. */
  public static double quantile(double probability, double nu) {
    return TDistribution.of(nu).inverseSurvivalProbability(probability);
  }

  private static double cauchySurvival(double t) {
    return t > 1 ? Math.atan(1 / t) / Math.PI : 0.5 - Math.atan(t) / Math.PI;
  }

  /**
   * P(T &gt; t) = I(ν/2, ½)/2 at x = ν/(ν + t²), whose usual prefactor xᵃ(1−x)ᵇ/B(a, b) is t f(t)
   * with the density f.
   */
  private static double logFarTail(double t, double nu) {
    return Math.log(t / 2) + logDensity(t, nu) + Math.log(continuedFraction(t, nu));
  }

  private static double logDensity(double t, double nu) {
    double atZero = TDistribution.of(nu).logDensity(0);
    return atZero - (nu + 1) / 2 * logOnePlusSquareOver(t, nu);
  }

  /** ln(1 + t²/ν), also where t² overflows. */
  private static double logOnePlusSquareOver(double t, double nu) {
    return t > 1e150 ? 2 * Math.log(t) - Math.log(nu) : Math.log1p(t * t / nu);
  }

  /**
   * The continued fraction of Didonato and Morris (1992, Algorithm 708) for the incomplete beta
   * function at a = ν/2, b = ½, which unlike the usual one does not cancel where ν is large, by the
   * modified Lentz method.
   */
  private static double continuedFraction(double t, double nu) {
    double a = nu / 2;
    double x = 1 / (1 + t * t / nu);
    double y = 1 / (1 + nu / t / t);
    double lambda = (a + 0.5) * y - 0.5;
    double denominator = a * (lambda + 1) / (a + 1);
    double c = Double.POSITIVE_INFINITY;
    double d = 1 / denominator;
    double value = d;
    for (int n = 1; n < MAX_TERMS; n++) {
      double w = n * (0.5 - n) * x;
      double s = a + 2 * n;
      double alpha = (a + n - 1) * (a + n - 0.5) / ((s - 1) * (s - 1)) * w * x;
      double beta = n + w / (s - 1) + (a + n) / (s + 1) * (lambda + 1 + n * (1 + y));
      d = 1 / (beta + alpha * d);
      c = beta + alpha / c;
      value *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        return value;
      }
    }
    throw new ArithmeticException("the tail of t at %s, nu=%s did not converge".formatted(t, nu));
  }
}
