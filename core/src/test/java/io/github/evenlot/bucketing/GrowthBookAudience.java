package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who may be in an experiment of GrowthBook's, beside those whom its condition lets in.
 *
 * @param context what GrowthBook is told beside the experiment
 * @param definition of the experiment
 */
record GrowthBookAudience(Map<String, Object> context, Map<String, Object> definition) {

  /** The kind of unit, where nothing else is said. */
  static final String ID = "id";

  private static final String ONLY = "0";

  /** Those that the audience has as prerequisites. */
  List<Experiment> experiments() {
    List<Experiment> all = new ArrayList<>(filters());
    all.addAll(features());
    return all;
  }

  /** Without those who are forced into a variation. */
  Audience audience() {
    Audience audience = Audience.EVERYONE.withUnitKind(ID);
    for (Experiment filter : filters()) {
      audience = audience.withPrerequisite(Prerequisite.of(filter.key(), ONLY));
    }
    for (Map<String, Object> parent : listed("parentConditions")) {
      audience = audience.withPrerequisite(prerequisite(parent));
    }
    return definition.containsKey("namespace") && filters().isEmpty()
        ? audience.withSlot(GrowthBook.slot(Published.list(definition, "namespace"), ID))
        : audience;
  }

  /** A filter, of which a unit has to be in one of the ranges, is another experiment. */
  private List<Experiment> filters() {
    List<Experiment> filters = new ArrayList<>();
    for (Map<String, Object> filter : listed("filters")) {
      filters.add(filter("filter-" + filters.size(), filter));
    }
    return filters;
  }

  private static Experiment filter(String key, Map<String, Object> filter) {
    Bucketing bucketing = GrowthBook.bucketing(filter.getOrDefault("hashVersion", 2));
    Allocation allocation =
        GrowthBook.allocation(bucketing, GrowthBook.ranges(Published.list(filter, "ranges")), ONLY);
    return Experiment.builder(key)
        .bucketing(bucketing)
        .salt((String) filter.get("seed"))
        .audience(Audience.EVERYONE.withUnitKind((String) filter.getOrDefault("attribute", ID)))
        .variant(ONLY, 0)
        .build()
        .withAllocation(allocation, Instant.EPOCH);
  }

  /** A feature that has one value for all is an experiment of one variant. */
  private List<Experiment> features() {
    return Published.given(context, "features").keySet().stream().map(this::feature).toList();
  }

  private Experiment feature(String key) {
    Object value = Published.object(Published.object(context, "features"), key).get("defaultValue");
    return Experiment.builder(key)
        .audience(Audience.EVERYONE.withUnitKind(ID))
        .variant(ONLY, 100)
        .build()
        .withVariants(List.of(GrowthBookExperiment.variant(ONLY, value)));
  }

  /** The variants of the feature whose value meets the condition. */
  private Prerequisite prerequisite(Map<String, Object> parent) {
    Condition condition = Condition.parse(Published.object(parent, "condition"));
    String feature = (String) parent.get("id");
    return Prerequisite.of(
        feature,
        feature(feature).variants().stream()
            .filter(variant -> condition.matches(Attributes.of(variant.config())))
            .map(Variant::id)
            .toArray(String[]::new));
  }

  private List<Map<String, Object>> listed(String field) {
    return definition.containsKey(field) ? Published.objects(definition, field) : List.of();
  }
}
