package io.github.evenlot.sequential;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution; its tails come from survival functions, never from 1 − cdf. */
final class StandardNormal {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private StandardNormal() {}

  static double density(double x) {
    return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }

  /** The probability above {@code x}. */
  static double tail(double x) {
    return NORMAL.survivalProbability(x);
  }

  /** The value that is exceeded with probability {@code p}. */
  static double quantileOfTail(double p) {
    return NORMAL.inverseSurvivalProbability(p);
  }
}
