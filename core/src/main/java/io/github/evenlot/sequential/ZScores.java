package io.github.evenlot.sequential;

import io.github.evenlot.inference.PValue;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.internal.StudentTail;

/**
 * Statistics of other distributions as z, with the same probability in the tail, so that they can
 * meet a boundary for z. A t of 2.6 with 8 degrees of freedom is no more than a z of 2.15.
 */
public final class ZScores {

  /** ln p below which p itself loses digits. */
  private static final double FAR = -660;

  /** With more degrees of freedom t is normal in all digits. */
  private static final double NORMAL = 1e100;

  private static final int MAX_STEPS = 20;

  private ZScores() {}

  /**
   * The z with the tail of a t statistic.
   *
   * @param degreesOfFreedom positive
   * @throws IllegalArgumentException if {@code t} is not finite or {@code degreesOfFreedom} not
   *     positive
   */
  public static double ofT(double t, double degreesOfFreedom) {
    if (!Double.isFinite(t)) {
      throw new IllegalArgumentException("t " + t + " is not finite");
    }
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "degrees of freedom " + degreesOfFreedom + " are not positive");
    }
    if (degreesOfFreedom > NORMAL) {
      return t;
    }
    double logTail = StudentTail.logSurvival(Math.abs(t), degreesOfFreedom);
    return Math.copySign(ofLogTail(logTail), t);
  }

  /**
   * The z with a two-sided p-value.
   *
   * @param sign of the effect; z has the same
   * @throws IllegalArgumentException if the p-value is truly 0, so that z would not be finite
   */
  public static double ofTwoSided(PValue p, double sign) {
    if (Double.isInfinite(p.log())) {
      throw new IllegalArgumentException("a p-value of 0 has no finite z");
    }
    return Math.copySign(ofLogTail(p.log() - Math.log(2)), sign);
  }

  private static double ofLogTail(double logTail) {
    return logTail > FAR ? NormalTail.quantile(Math.exp(logTail)) : far(logTail);
  }

  /**
   * By Newton's method: −ln P(Z &gt; z) is convex with a slope near z + 1/z, and √(−2 ln p) is
   * above the root, from where the steps go down to it.
   */
  private static double far(double logTail) {
    double z = Math.sqrt(-2 * logTail);
    for (int i = 0; i < MAX_STEPS; i++) {
      double next = z - (logTail - NormalTail.logSurvival(z)) / (z + 1 / z);
      if (!(next < z)) {
        return z;
      }
      z = next;
    }
    return z;
  }
}
