package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/** What can be wrong with arms, in words. */
final class Arms {

  // Between these no square, quotient or product of a test over- or underflows.
  private static final double MOST_MEAN = 1e152;
  private static final double MOST_VARIANCE = 1e300;
  private static final double LEAST_VARIANCE = 1e-280;

  private Arms() {}

  /**
   * @throws IllegalArgumentException if these are not a control and one treatment
   */
  static void checkTwo(String method, List<Moments> arms) {
    if (arms.size() != 2) {
      throw new IllegalArgumentException(
          "method \"%s\" compares 2 arms, not %d".formatted(method, arms.size()));
    }
  }

  /**
   * @throws IllegalArgumentException if there is nothing to compare
   */
  static void checkTwoOrMore(String method, List<Moments> arms) {
    if (arms.size() < 2) {
      throw new IllegalArgumentException(
          "method \"%s\" compares at least 2 arms, not %d".formatted(method, arms.size()));
    }
  }

  static String name(int index, int arms) {
    if (index == 0) {
      return "the control";
    }
    return arms == 2 ? "the treatment" : "arm %d".formatted(index + 1);
  }

  /**
   * Why these arms cannot be compared by the variances of some variables; empty if they can.
   *
   * @param read what of the moments will be read
   */
  static Optional<NotTestable> obstacle(List<Moments> arms, List<Variable> read) {
    for (int i = 0; i < arms.size(); i++) {
      Optional<NotTestable> obstacle = obstacle(arms.get(i), read);
      if (obstacle.isPresent()) {
        return Optional.of(obstacle.get().of(name(i, arms.size())));
      }
    }
    return Optional.empty();
  }

  private static Optional<NotTestable> obstacle(Moments arm, List<Variable> read) {
    if (arm.n() < 2) {
      return Optional.of(
          new NotTestable(
              Obstacle.TOO_FEW_UNITS, "has n %d; a variance takes at least 2".formatted(arm.n())));
    }
    for (Variable variable : read) {
      Optional<NotTestable> obstacle = obstacle(variable.words(), variable.of(arm));
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private static Optional<NotTestable> obstacle(String words, Marginal marginal) {
    double variance = marginal.variance();
    if (variance < 0) {
      return Optional.of(
          new NotTestable(
              Obstacle.NEGATIVE_VARIANCE,
              "has %svariance %s below 0; its sum of squares is too small for its sum"
                  .formatted(words, variance)));
    }
    boolean moderate = variance == 0 || (variance >= LEAST_VARIANCE && variance <= MOST_VARIANCE);
    return moderate && Math.abs(marginal.mean()) <= MOST_MEAN
        ? Optional.empty()
        : Optional.of(
            new NotTestable(
                Obstacle.OUT_OF_RANGE,
                "has %smean %s and variance %s, out of range; take another unit"
                    .formatted(words, marginal.mean(), variance)));
  }
}
