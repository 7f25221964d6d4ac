package io.github.evenlot.internal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** The upper tail of the chi-squared distribution, and its logarithm where it underflows. */
public final class ChiSquaredTail {

  private static final double SMALL = 1e-290;
  private static final int MAX_TERMS = 10_000;

  /** From here on Commons Statistics subtracts logarithms that are far larger than the result. */
  private static final double LARGE = 1e4;

  private ChiSquaredTail() {}

  /** P(X &gt; x) with {@code nu} &gt; 0 degrees of freedom. */
  public static double survival(double x, double nu) {
    if (nu < LARGE) {
      return ChiSquaredDistribution.of(nu).survivalProbability(x);
    }
    return x > nu
        ? Math.exp(logPrefactor(x / 2, nu / 2)) * continuedFraction(x / 2, nu / 2)
        : 1 - Math.exp(logPrefactor(x / 2, nu / 2)) * series(x / 2, nu / 2);
  }

  /** ln P(X &gt; x), finite for every finite x. */
  public static double logSurvival(double x, double nu) {
    double survival = survival(x, nu);
    return survival > SMALL ? Math.log(survival) : logFarTail(x, nu);
  }

  /**
   * P(X &gt; x) = yᵃe⁻ʸ/Γ(a) · K with y = x/2, a = ν/2 and Legendre's continued fraction K of the
   * upper incomplete gamma function (DLMF 8.9.2).
   */
  private static double logFarTail(double x, double nu) {
    double logPrefactor =
        nu < LARGE
            ? ChiSquaredDistribution.of(nu).logDensity(x) + Math.log(x)
            : logPrefactor(x / 2, nu / 2);
    return logPrefactor + Math.log(continuedFraction(x / 2, nu / 2));
  }

  /**
   * ln(yᵃe⁻ʸ/Γ(a)) for large a, by Stirling's series (DLMF 5.11.1) and without the cancellation of
   * a ln y − y: with u = (y − a)/a it is −a(u − ln(1 + u)) + ½ ln(a/2π) − 1/(12a) + 1/(360a³).
   */
  private static double logPrefactor(double y, double a) {
    double u = (y - a) / a;
    return Math.log(a / (2 * Math.PI)) / 2 - a * lessItsLog(u) - (1 - 1 / (30 * a * a)) / (12 * a);
  }

  /** u − ln(1 + u). */
  private static double lessItsLog(double u) {
    if (Math.abs(u) > 0.1) {
      return u - Math.log1p(u);
    }
    double power = u * u;
    double sum = power / 2;
    for (int k = 3; Math.abs(power) > 1e-18 * sum; k++) {
      power *= -u;
      sum += power / k;
    }
    return sum;
  }

  /** Σ yⁿ/(a(a+1)…(a+n)) of the lower incomplete gamma function (DLMF 8.7.1), all positive. */
  private static double series(double y, double a) {
    double term = 1 / a;
    double sum = term;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= y / (a + k);
      sum += term;
    }
    return sum;
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
