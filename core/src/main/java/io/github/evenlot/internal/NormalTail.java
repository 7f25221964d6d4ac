package io.github.evenlot.internal;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The upper tail of the standard normal distribution, and its logarithm where it underflows. */
public final class NormalTail {

  /** Below this the tail in floating point loses digits and soon is zero. */
  private static final double SMALL = 1e-290;

  private static final double LOG_SMALL = Math.log(SMALL);

  /** Each gives three digits from |z| = 36 on. */
  private static final int NEWTON_STEPS = 8;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private NormalTail() {}

  /** P(Z &gt; z). */
  public static double survival(double z) {
    return STANDARD.survivalProbability(z);
  }

  /** ln P(Z &gt; z), finite for every finite z up to 1e150. */
  public static double logSurvival(double z) {
    double survival = survival(z);
    return survival > SMALL
        ? Math.log(survival)
        : STANDARD.logDensity(z) - Math.log(z) + Math.log(millsSeries(z));
  }

  /** The z with P(Z &gt; z) = {@code probability}. */
  public static double quantile(double probability) {
    return STANDARD.inverseSurvivalProbability(probability);
  }

  /** The z with ln P(Z &gt; z) = {@code log}, also where the probability is below any double. */
  public static double quantileOfLog(double log) {
    if (log > LOG_SMALL) {
      return quantile(Math.exp(log));
    }
    double z = Math.sqrt(-2 * log);
    for (int i = 0; i < NEWTON_STEPS; i++) {
      // The logarithm of the tail falls at the rate z + 1/z, less than 1/z³.
      z += (logSurvival(z) - log) / (z + 1 / z);
    }
    return z;
  }

  /**
   * z·(1 − Φ(z))/φ(z) by its asymptotic series Σ (−1)ᵏ (2k−1)!!/z²ᵏ (Abramowitz and Stegun
   * 26.2.12), which from z = 36 on, where the tail is below {@link #SMALL}, reaches full precision
   * in six terms.
   */
  private static double millsSeries(double z) {
    double r = 1 / (z * z);
    return 1 - r * (1 - 3 * r * (1 - 5 * r * (1 - 7 * r * (1 - 9 * r))));
  }
}
