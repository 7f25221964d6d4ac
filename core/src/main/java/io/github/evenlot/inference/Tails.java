package io.github.evenlot.inference;

import io.github.evenlot.internal.ChiSquaredTail;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.internal.StudentTail;
import java.util.function.DoubleSupplier;

/** p-values from upper tails, and the critical values that match them. */
final class Tails {

  /** Below this a tail in floating point loses digits and soon is zero. */
  private static final double SMALL = 1e-290;

  private static final double LOG_2 = Math.log(2);

  private Tails() {}

  static PValue normal(double z, Alternative alternative) {
    double distance = distance(z, alternative);
    double survival = NormalTail.survival(distance);
    return pValue(survival, () -> NormalTail.logSurvival(distance), alternative);
  }

  static PValue student(double t, double degreesOfFreedom, Alternative alternative) {
    double distance = distance(t, alternative);
    double survival = StudentTail.survival(distance, degreesOfFreedom);
    return pValue(survival, () -> StudentTail.logSurvival(distance, degreesOfFreedom), alternative);
  }

  static PValue chiSquared(double statistic, double degreesOfFreedom) {
    double survival = ChiSquaredTail.survival(statistic, degreesOfFreedom);
    return pValue(
        survival,
        () -> ChiSquaredTail.logSurvival(statistic, degreesOfFreedom),
        Alternative.GREATER);
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
   * Of an interval whose distance from the estimate is not negative.
   *
   * @throws IllegalArgumentException if {@code confidence} is outside (0, 1), or of one side and
   *     below ½
   */
  static void checkConfidence(double confidence, Alternative alternative) {
    checkConfidence(confidence);
    if (alternative != Alternative.TWO_SIDED && confidence < 0.5) {
      throw new IllegalArgumentException(
          "confidence %s of a one-sided interval is below 0.5".formatted(confidence));
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

  /** The logarithm is taken of the tail itself wherever that has all its digits. */
  private static PValue pValue(
      double survival, DoubleSupplier logSurvival, Alternative alternative) {
    double log = survival > SMALL ? Math.log(survival) : logSurvival.getAsDouble();
    return alternative == Alternative.TWO_SIDED
        ? new PValue(Math.min(1, 2 * survival), Math.min(0, LOG_2 + log))
        : new PValue(survival, Math.min(0, log));
  }

  private static double tail(double confidence, Alternative alternative) {
    return alternative == Alternative.TWO_SIDED ? (1 - confidence) / 2 : 1 - confidence;
  }
}
