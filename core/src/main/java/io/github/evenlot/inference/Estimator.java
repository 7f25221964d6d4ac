package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * What is estimated of each arm. Every estimator turns the arms into moments of one variable whose
 * mean is the estimate and whose variance over n its squared error; the tests go on from there.
 */
public enum Estimator {
  /** The mean of the metric over units. */
  MEAN("mean", Variable.METRIC) {
    @Override
    List<Moments> linearised(List<Moments> arms) {
      return arms;
    }
  },
  /** The ratio Σy/Σx, by the delta method. */
  RATIO("ratio", Variable.METRIC, Variable.DENOMINATOR) {
    @Override
    Optional<NotTestable> ownObstacle(List<Moments> arms) {
      return RatioLinearisation.obstacle(arms);
    }

    @Override
    List<Moments> linearised(List<Moments> arms) {
      return arms.stream().map(RatioLinearisation::of).toList();
    }
  },
  /** The mean of the metric, adjusted by the covariate. */
  CUPED("cuped", Variable.METRIC, Variable.COVARIATE) {
    @Override
    Optional<NotTestable> ownObstacle(List<Moments> arms) {
      return CupedAdjustment.obstacle(arms);
    }

    @Override
    List<Moments> linearised(List<Moments> arms) {
      return CupedAdjustment.of(arms).adjusted(arms);
    }
  };

  private final String id;
  private final List<Variable> read;

  Estimator(String id, Variable... read) {
    this.id = id;
    this.read = List.of(read);
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /**
   * The estimator with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Estimator byId(String id) {
    return Choices.byId("estimator", List.of(values()), Estimator::id, id);
  }

  /** Why this cannot be estimated of these arms; empty if it can. */
  Optional<NotTestable> obstacle(List<Moments> arms) {
    return Arms.obstacle(arms, read).or(() -> ownObstacle(arms));
  }

  /** The same of arms whose variances are in order. */
  Optional<NotTestable> ownObstacle(List<Moments> arms) {
    return Optional.empty();
  }

  /** The arms as moments of the one variable. */
  abstract List<Moments> linearised(List<Moments> arms);
}
