package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A feature of Unleash's as it moves here: each strategy is a flag, and the variants are an
 * experiment behind the flag.
 */
record UnleashFeature(Map<String, Object> definition) {

  /** The kind of unit that is the user, or the session where there is none. */
  static final String STICKY = "default";

  /** The name under which a variant's parameters have Unleash's payload. */
  static final String PAYLOAD = "payload";

  private static final Map<String, Object> DEFAULT = Map.of("name", "default");

  String name() {
    return (String) definition.get("name");
  }

  private List<Map<String, Object>> variants() {
    return definition.containsKey("variants")
        ? Published.objects(definition, "variants")
        : List.of();
  }

  /** One that is on is enough for the feature. A feature without a strategy is on for all. */
  List<Experiment> flags() {
    List<Map<String, Object>> strategies = Published.objects(definition, "strategies");
    List<Experiment> flags = new ArrayList<>();
    for (Map<String, Object> strategy : strategies.isEmpty() ? List.of(DEFAULT) : strategies) {
      flags.add(flag(name() + "/" + flags.size(), strategy));
    }
    return flags;
  }

  private Experiment flag(String key, Map<String, Object> strategy) {
    Map<String, Object> given = Published.given(strategy, "parameters");
    return switch ((String) strategy.get("name")) {
      case "default" -> flag(key, STICKY, name(), "100");
      case "gradualRolloutUserId" ->
          flag(key, "userId", given.get("groupId"), given.get("percentage"));
      case "flexibleRollout" ->
          flag(key, (String) given.get("stickiness"), given.get("groupId"), given.get("rollout"));
      default -> throw new IllegalArgumentException("strategy " + strategy);
    };
  }

  private Experiment flag(String key, String unitKind, Object group, Object percent) {
    boolean enabled = (Boolean) definition.get("enabled");
    return Experiment.builder(key)
        .status(enabled ? ExperimentStatus.RUNNING : ExperimentStatus.PAUSED)
        .bucketing(Bucketings.UNLEASH_ROLLOUT)
        .salt((String) group)
        .audience(Audience.EVERYONE.withUnitKind(unitKind))
        .variant("on", Double.parseDouble((String) percent))
        .build();
  }

  /** None where there are no variants. */
  List<Experiment> split() {
    if (variants().isEmpty()) {
      return List.of();
    }
    int total = variants().stream().mapToInt(variant -> (Integer) variant.get("weight")).sum();
    Experiment.Builder builder =
        Experiment.builder(name())
            .bucketing(Bucketings.unleashVariants(total))
            .audience(audience());
    for (Map<String, Object> variant : variants()) {
      String id = (String) variant.get("name");
      Map<String, Object> config = Map.of(PAYLOAD, variant.get("payload"));
      builder.variant(new Variant(id, id, config), new Weight(id, 0));
    }
    return List.of(builder.build().withAllocation(allocation(total), Instant.EPOCH));
  }

  private Allocation allocation(int total) {
    List<Range> ranges = new ArrayList<>();
    int end = 0;
    for (Map<String, Object> variant : variants()) {
      int weight = (Integer) variant.get("weight");
      ranges.add(new Range(end, end + weight, (String) variant.get("name")));
      end += weight;
    }
    return Allocation.of(total, ranges);
  }

  private Audience audience() {
    Audience audience =
        Audience.EVERYONE
            .withUnitKind(STICKY)
            .withPrerequisite(Prerequisite.of(only(flags()).key(), "on"));
    for (Map<String, Object> variant : variants()) {
      for (String user : overrides(variant)) {
        audience = audience.withForced(user, (String) variant.get("name"));
      }
    }
    return audience;
  }

  private static Experiment only(List<Experiment> flags) {
    if (flags.size() != 1) {
      throw new IllegalArgumentException("variants behind several strategies: " + flags);
    }
    return flags.get(0);
  }

  private static List<String> overrides(Map<String, Object> variant) {
    List<String> users = new ArrayList<>();
    if (variant.containsKey("overrides")) {
      for (Map<String, Object> override : Published.objects(variant, "overrides")) {
        if (!override.get("contextName").equals("userId")) {
          throw new IllegalArgumentException("override " + override);
        }
        Published.list(override, "values").forEach(user -> users.add((String) user));
      }
    }
    return users;
  }
}
