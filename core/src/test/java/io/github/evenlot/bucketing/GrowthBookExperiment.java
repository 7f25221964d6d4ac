package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Epoch;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An experiment of GrowthBook's as it moves here.
 *
 * @param context what GrowthBook is told beside the experiment
 * @param definition of the experiment
 */
record GrowthBookExperiment(Map<String, Object> context, Map<String, Object> definition) {

  /** The name under which a variant's parameters have GrowthBook's value. */
  static final String VALUE = "value";

  private static final Set<String> KNOWN_CONTEXT =
      Set.of("attributes", "enabled", "features", "forcedVariations", "qaMode", "savedGroups");

  private static final Set<String> KNOWN =
      Set.of(
          "key",
          "variations",
          "weights",
          "coverage",
          "ranges",
          "seed",
          "hashVersion",
          "active",
          "force",
          "condition",
          "parentConditions",
          "namespace",
          "filters");

  GrowthBookExperiment {
    if (!KNOWN_CONTEXT.containsAll(context.keySet()) || !KNOWN.containsAll(definition.keySet())) {
      throw new IllegalArgumentException("not understood: %s, %s".formatted(context, definition));
    }
  }

  /** The experiment, behind those that it has as prerequisites. */
  List<Experiment> withAllItNeeds() {
    List<Experiment> all = new ArrayList<>(audience().experiments());
    all.add(converted());
    return all;
  }

  private GrowthBookAudience audience() {
    return new GrowthBookAudience(context, definition);
  }

  Experiment converted() {
    Bucketing bucketing = GrowthBook.bucketing(definition.getOrDefault("hashVersion", 1));
    Allocation allocation = GrowthBook.allocation(bucketing, ranges());
    return new Experiment(
        key(),
        isActive() ? ExperimentStatus.RUNNING : ExperimentStatus.PAUSED,
        bucketing,
        (String) definition.getOrDefault("seed", key()),
        variants(),
        List.of(new Epoch(1, Instant.MIN, allocation, condition())),
        forced(audience().audience()),
        null,
        null,
        List.of(),
        null);
  }

  private String key() {
    return (String) definition.get("key");
  }

  private boolean isActive() {
    return (Boolean) definition.getOrDefault("active", true);
  }

  private List<Variant> variants() {
    List<?> variations = Published.list(definition, "variations");
    return IntStream.range(0, variations.size())
        .mapToObj(i -> variant(String.valueOf(i), variations.get(i)))
        .toList();
  }

  static Variant variant(String id, Object value) {
    return new Variant(id, id, Map.of(VALUE, value));
  }

  /** None where the lot decides nothing: the variation is forced, or only forced ones are shown. */
  private List<GrowthBookRange> ranges() {
    if (definition.containsKey("force") || context.containsKey("qaMode")) {
      return List.of();
    }
    return definition.containsKey("ranges")
        ? GrowthBook.ranges(Published.list(definition, "ranges"))
        : GrowthBook.ranges(
            variants().size(),
            Published.number(definition.getOrDefault("coverage", 1)),
            Published.list(definition, "weights"));
  }

  @SuppressWarnings("unchecked")
  private Condition condition() {
    return Condition.parse(
        Published.given(definition, "condition"),
        (Map<String, List<Object>>) context.getOrDefault("savedGroups", Map.of()));
  }

  /** What the context forces goes before what the experiment does. */
  private Audience forced(Audience audience) {
    Object variation =
        Published.given(context, "forcedVariations").getOrDefault(key(), definition.get("force"));
    String variant = String.valueOf(variation);
    return variants().stream().anyMatch(one -> one.id().equals(variant))
        ? audience.withForced(
            (String) Published.given(context, "attributes").get(GrowthBookAudience.ID), variant)
        : audience;
  }
}
