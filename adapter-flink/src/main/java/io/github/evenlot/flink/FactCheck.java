package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import java.util.Optional;

/** Whether a fact can be counted at all, whatever the unit's other facts are. */
final class FactCheck {

  private final Experiments experiments;

  FactCheck(Experiments experiments) {
    this.experiments = experiments;
  }

  /** Why no job can count it, if none can. */
  Optional<String> objection(Fact fact) {
    if (!(fact instanceof Exposure exposure)) {
      return Optional.empty();
    }
    Optional<Experiment> experiment = experiments.find(exposure.experiment());
    if (experiment.isEmpty()) {
      return Optional.of("no experiment \"%s\"".formatted(exposure.experiment()));
    }
    return hasVariant(experiment.get(), exposure.variant())
        ? Optional.empty()
        : Optional.of(
            "experiment \"%s\" has no variant \"%s\""
                .formatted(exposure.experiment(), exposure.variant()));
  }

  private static boolean hasVariant(Experiment experiment, String id) {
    return experiment.variants().stream().anyMatch(variant -> variant.id().equals(id));
  }

  /** Whether it is an event of a metric that no experiment has. */
  boolean isUnmeasured(Fact fact) {
    return fact instanceof MetricEvent event && experiments.measuring(event.metric()).isEmpty();
  }
}
