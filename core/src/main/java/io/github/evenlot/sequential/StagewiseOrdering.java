package io.github.evenlot.sequential;

import io.github.evenlot.inference.ConfidenceInterval;
import java.util.List;

/**
 * The ordering of Armitage (1957) and Siegmund (1978): an outcome speaks the more for a high drift
 * the earlier the upper boundary was reached, then the greater z is, then the later the lower
 * boundary was reached. See Jennison and Turnbull (2000), Group Sequential Methods, §8.4-8.5.
 */
final class StagewiseOrdering {

  private final List<Stage> earlier;
  private final Step step;
  private final double score;

  /**
   * @param stages the looks, the last of which had the statistic {@code z}
   */
  StagewiseOrdering(List<Stage> stages, double z) {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("z " + z + " is not finite");
    }
    this.earlier = stages.subList(0, stages.size() - 1);
    this.step = stages.get(stages.size() - 1).step();
    this.score = z * Math.sqrt(step.time());
  }

  SequentialEstimate estimate(Sides sides, LookBoundary look, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is outside (0, 1)");
    }
    double tail = (1 - confidence) / 2;
    if (1 - tail == 1) {
      throw new IllegalArgumentException(
          "confidence %s leaves a tail of %s, which no double can take from 1"
              .formatted(confidence, tail));
    }
    return new SequentialEstimate(
        pValue(sides),
        driftWithAbove(0.5),
        new ConfidenceInterval(driftWithAbove(tail), driftWithAbove(1 - tail)),
        repeatedInterval(look));
  }

  private double pValue(Sides sides) {
    double p = sides.count() == 1 ? above(0) : 2 * Math.min(above(0), below(0));
    // A sum of probabilities may exceed 1 by its rounding.
    return Math.min(1, p);
  }

  /** The probability of what speaks at least as much for a high drift. */
  private double above(double drift) {
    double sum = step.upperTail(score, drift);
    for (Stage stage : earlier) {
      sum += stage.upperCrossing(drift);
    }
    return sum;
  }

  private double below(double drift) {
    double sum = step.lowerTail(score, drift);
    for (Stage stage : earlier) {
      sum += stage.lowerCrossing(drift);
    }
    return sum;
  }

  private double driftWithAbove(double probability) {
    double root = Math.sqrt(step.time());
    return DriftSearch.solve(this::above, probability, score / step.time(), 1 / root);
  }

  private ConfidenceInterval repeatedInterval(LookBoundary look) {
    double root = Math.sqrt(step.time());
    double z = score / root;
    return new ConfidenceInterval((z - look.boundary()) / root, (z + look.boundary()) / root);
  }
}
