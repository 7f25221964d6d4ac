package io.github.evenlot.inference;

import io.github.evenlot.internal.ChiSquaredTail;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.internal.StudentTail;

/** p-values from upper tails, and the critical values that match them. */
final class Tails {

  private static final double LOG_2 = Math.log(2);

  private Tails() {}

  static PValue normal(double z, Alternative alternative) {
    double distance = distance(z, alternative);
    return pValue(NormalTail.survival(distance), NormalTail.logSurvival(distance), alternative);
  }

  static PValue student(double t, double degreesOfFreedom, Alternative alternative) {
    double distance = distance(t, alternative);
    double survival = StudentTail.survival(distance, degreesOfFreedom);
    double log = StudentTail.logSurvival(distance, degreesOfFreedom);
    return pValue(survival, log, alternative);
  }

  static PValue chiSquared(double statistic, double degreesOfFreedom) {
    return new PValue(
        ChiSquaredTail.survival(statistic, degreesOfFreedom),
        ChiSquaredTail.logSurvival(statistic, degreesOfFreedom));
  }

  /** The standard errors from the estimate to the end of its interval. */
  static double criticalNormal(double confidence, Alternative alternative) {
    return NormalTail.quantile(tail(confidence, alternative));
  }

  /** The standard errors from the estimate to the end of its interval. */
  static double criticalStudent(
      double confidence, double degreesOfFreedom, Alternative alternative) {
    return StudentTail.quantile(tail(confidence, alternative), degreesOfFreedom);
  }

  /**
   * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
   */
  static void checkConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence %s is outside (0, 1)".formatted(confidence));
    }
  }

  /**
   * @throws IllegalArgumentException if {@code confidence} is outside (½, 1)
   */
  static void checkConfidenceAboveHalf(double confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence %s is outside (0.5, 1)".formatted(confidence));
    }
  }

  /** How far the statistic lies in the direction that speaks against the null hypothesis. */
  private static double distance(double statistic, Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> Math.abs(statistic);
      case GREATER -> statistic;
      case LESS -> -statistic;
    };
  }

  private static PValue pValue(double survival, double log, Alternative alternative) {
    return alternative == Alternative.TWO_SIDED
        ? new PValue(Math.min(1, 2 * survival), Math.min(0, LOG_2 + log))
        : new PValue(survival, log);
  }

  private static double tail(double confidence, Alternative alternative) {
    return alternative == Alternative.TWO_SIDED ? (1 - confidence) / 2 : 1 - confidence;
  }
}
