package io.github.evenlot.experiment;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The holdouts that the experiments of a snapshot name, filled in one after the other. Two meanings
 * of one key are refused: what both experiments changed could not be measured against anybody.
 */
final class LiveHoldouts {

  private record Named(Holdout holdout, String experiment) {}

  private final Map<String, Named> byKey = new HashMap<>();

  /** A concluded experiment keeps nobody out; every other one will or does. */
  void add(Experiment experiment) {
    if (experiment.status() != ExperimentStatus.CONCLUDED) {
      experiment.audience().allHoldouts().forEach(holdout -> add(holdout, experiment.key()));
    }
  }

  private void add(Holdout holdout, String experiment) {
    @Nullable Named first = byKey.putIfAbsent(holdout.key(), new Named(holdout, experiment));
    if (first != null && !first.holdout.equals(holdout)) {
      throw new IllegalArgumentException(
          "holdout \"%s\" is not the same for experiment \"%s\" and for experiment \"%s\": %s"
              .formatted(
                  holdout.key(),
                  first.experiment,
                  experiment,
                  Differences.between(first.holdout, holdout)));
    }
  }
}
