package io.github.evenlot.bucketing;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.KillSwitch;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A case of {@code run}: an experiment, what is around it, and what comes out.
 *
 * @param value what is shown: the first variation's where the user is not in the experiment
 * @param hashUsed whether the lot decided
 */
record GrowthBookCase(
    String name,
    Map<String, Object> context,
    Map<String, Object> experiment,
    Object value,
    boolean inExperiment,
    boolean hashUsed) {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @SuppressWarnings("unchecked")
  static GrowthBookCase of(List<?> row) {
    return new GrowthBookCase(
        (String) row.get(0),
        (Map<String, Object>) row.get(1),
        (Map<String, Object>) row.get(2),
        row.get(3),
        (Boolean) row.get(4),
        (Boolean) row.get(5));
  }

  Experiment converted() {
    return new GrowthBookExperiment(context, experiment).converted();
  }

  Assignment assigned() {
    GrowthBookExperiment growthBook = new GrowthBookExperiment(context, experiment);
    Map<String, Object> attributes = Published.object(context, "attributes");
    return Assigner.of(Experiments.of(growthBook.withAllItNeeds()), killSwitch())
        .assign(
            (String) experiment.get("key"),
            kind -> (String) attributes.get(kind),
            Attributes.of(attributes),
            NOON);
  }

  private KillSwitch killSwitch() {
    boolean enabled = (Boolean) context.getOrDefault("enabled", true);
    return enabled ? KillSwitch.NONE : KillSwitch.ALL;
  }

  @Override
  public String toString() {
    return name;
  }
}
