package io.github.evenlot.internal;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The upper tail of Student's t distribution, its logarithm and its quantiles, to about fourteen
 * digits.
 *
 * <p>With x = ν/(ν + t²) the tail is half the incomplete beta function I(ν/2, ½) at x, whose usual
 * prefactor xᵃ(1−x)ᵇ/B(a, b) is t f(t) with the density f.
 *
 * <p>Commons Statistics, which serves for the other distributions, has no logarithm of this tail,
 * rounds t away near 0 at ν = 1, and takes several times as long, its quantiles fifty times.
 */
public final class StudentTail {

  private static final int MAX_TERMS = 1_000;

  /** Beyond this ½ less the series has lost a digit or more; the continued fraction loses none. */
  private static final double FAR = 2.1;

  /** Below this the density soon loses digits. */
  private static final double SMALL = 1e-290;

  /**
   * From here on the fifth term of the expansion is beyond the last digit if the fourth is small.
   */
  private static final double MANY = 600;

  /** Two convergents that differ by less are the same but for rounding. */
  private static final double SAME = 5e-16;

  /** The products of such numbers are still finite. */
  private static final double HUGE = 1e120;

  private StudentTail() {}

  /** P(T &gt; t) with {@code nu} &gt; 0 degrees of freedom. */
  public static double survival(double t, double nu) {
    return t < 0 ? 1 - survival(-t, nu) : survival(t, nu, StudentDensity.of(t, nu));
  }

  private static double survival(double t, double nu, double density) {
    if (t == Double.POSITIVE_INFINITY) {
      return 0;
    }
    if (!isFar(t, nu)) {
      return 0.5 - t * density * series(t, nu);
    }
    double prefactor = density > SMALL ? t / 2 * density : Math.exp(logPrefactor(t, nu));
    return prefactor * continuedFraction(t, nu);
  }

  /** ln P(T &gt; t), finite for every finite t. */
  public static double logSurvival(double t, double nu) {
    return t < Double.POSITIVE_INFINITY && isFar(t, nu)
        ? logPrefactor(t, nu) + Math.log(continuedFraction(t, nu))
        : Math.log(survival(t, nu));
  }

  /**
   * The t with P(T &gt; t) = {@code probability}: the expansion around the normal quantile,
   * polished by Halley's method where it is not exact, or where it is no good start, the library's
   * bracketing.
   */
  public static double quantile(double probability, double nu) {
    if (nu < 3 || probability < 1e-9 || probability > 0.5) {
      return TDistribution.of(nu).inverseSurvivalProbability(probability);
    }
    double z = NormalTail.quantile(probability);
    double fourth = z * fourthTerm(z * z) / (nu * nu * nu * nu);
    double t = normalExpansion(z, nu) + fourth;
    return nu > MANY && Math.abs(fourth) < 1e-13 * z ? t : polished(t, probability, nu);
  }

  private static double polished(double start, double probability, double nu) {
    double t = start;
    double step;
    do {
      step = halleyStep(t, probability, nu);
      t += step;
      // The step after this one would be its cube.
    } while (Math.abs(step) > 1e-5 * Math.abs(t));
    return t;
  }

  private static double halleyStep(double t, double probability, double nu) {
    double density = StudentDensity.of(t, nu);
    double newton = (survival(t, nu, density) - probability) / density;
    double curvature = -(nu + 1) * t / (nu + t * t);
    return newton / (1 + newton * curvature / 2);
  }

  /** Abramowitz and Stegun 26.7.5, but for the fourth term. */
  private static double normalExpansion(double z, double nu) {
    double s = z * z;
    double first = (s + 1) / 4;
    double second = (s * (5 * s + 16) + 3) / 96;
    double third = (s * (s * (3 * s + 19) + 17) - 15) / 384;
    return z * (1 + (first + (second + third / nu) / nu) / nu);
  }

  /** Of that expansion, by the square of z. */
  private static double fourthTerm(double s) {
    return (s * (s * (s * (79 * s + 776) + 1482) - 1920) - 945) / 92160;
  }

  /** ln(t f(t)/2), for where the density itself underflows before the tail does. */
  private static double logPrefactor(double t, double nu) {
    return Math.log(t / 2) + StudentDensity.logOf(t, nu);
  }

  private static boolean isFar(double t, double nu) {
    return t > FAR || (t > 0 && t * t > nu / 2);
  }

  /** The hypergeometric series ₂F₁((ν+1)/2, 1; 3/2; 1 − x), whose terms are all positive. */
  private static double series(double t, double nu) {
    double y = t * t / (nu + t * t);
    double term = 1;
    double sum = 1;
    for (int k = 0; term > 1e-17 * sum; k++) {
      term *= (nu + 1 + 2 * k) / (3 + 2 * k) * y;
      sum += term;
    }
    return sum;
  }

  /**
   * The continued fraction of Didonato and Morris (1992, Algorithm 708) for the incomplete beta
   * function at a = ν/2, b = ½, which unlike the usual one does not cancel where ν is large. By the
   * recurrence of numerators p and denominators q (Wallis), in which no term waits for a division.
   */
  private static double continuedFraction(double t, double nu) {
    double a = nu / 2;
    double x = 1 / (1 + t * t / nu);
    double y = 1 / (1 + nu / t / t);
    double lambda = (a + 0.5) * y - 0.5;
    double pBefore = 0;
    double qBefore = 1;
    double p = 1;
    double q = a * (lambda + 1) / (a + 1);
    for (int n = 1; n < MAX_TERMS; n++) {
      double below = a + 2 * n - 1;
      double above = a + 2 * n + 1;
      double inverse = 1 / (below * above);
      double w = n * (0.5 - n) * x;
      double perBelow = inverse * above;
      double alpha = (a + n - 1) * (a + n - 0.5) * perBelow * perBelow * w * x;
      double beta = n + w * perBelow + (a + n) * (inverse * below) * (lambda + 1 + n * (1 + y));
      double pNext = beta * p + alpha * pBefore;
      double qNext = beta * q + alpha * qBefore;
      if (Math.abs(pNext * q - p * qNext) < SAME * Math.abs(p * qNext)) {
        return pNext / qNext;
      }
      double scale = Math.abs(qNext) > HUGE ? 1 / HUGE : 1;
      pBefore = p * scale;
      qBefore = q * scale;
      p = pNext * scale;
      q = qNext * scale;
    }
    throw new ArithmeticException("the tail of t at %s, nu=%s did not converge".formatted(t, nu));
  }
}
