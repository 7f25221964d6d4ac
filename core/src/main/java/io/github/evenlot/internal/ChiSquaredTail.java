package io.github.evenlot.internal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** The upper tail of the chi-squared distribution, and its logarithm where it underflows. */
public final class ChiSquaredTail {

  private static final double SMALL = 1e-290;
  private static final int MAX_TERMS = 10_000;

  private ChiSquaredTail() {}

  /** P(X &gt; x) with {@code nu} &gt; 0 degrees of freedom. */
  public static double survival(double x, double nu) {
    return ChiSquaredDistribution.of(nu).survivalProbability(x);
  }

  /** ln P(X &gt; x), finite for every finite x. */
  public static double logSurvival(double x, double nu) {
    double survival = survival(x, nu);
    return survival > SMALL ? Math.log(survival) : logFarTail(x, nu);
  }

  /**
   * P(X &gt; x) = x f(x) · K with the density f and Legendre's continued fraction K of the upper
   * incomplete gamma function at a = ν/2 (DLMF 8.9.2).
   */
  private static double logFarTail(double x, double nu) {
    return ChiSquaredDistribution.of(nu).logDensity(x)
        + Math.log(x)
        + Math.log(continuedFraction(x / 2, nu / 2));
  }

  /** 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))) by the modified Lentz method. */
  private static double continuedFraction(double x, double a) {
    double b = x + 1 - a;
    double c = Double.POSITIVE_INFINITY;
    double d = 1 / b;
    double value = d;
    for (int i = 1; i < MAX_TERMS; i++) {
      double term = i * (a - i);
      b += 2;
      d = 1 / (b + term * d);
      c = b + term / c;
      value *= c * d;
      if (Math.abs(c * d - 1) < 1e-16) {
        return value;
      }
    }
    throw new ArithmeticException(
        "the tail of chi-squared at x=%s, a=%s did not converge".formatted(x, a));
  }
}
