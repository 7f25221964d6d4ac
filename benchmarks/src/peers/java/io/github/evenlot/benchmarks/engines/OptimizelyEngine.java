package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;
import static java.util.stream.Collectors.groupingBy;

import com.optimizely.ab.Optimizely;
import com.optimizely.ab.config.Variation;
import io.github.evenlot.benchmarks.engines.OptimizelyEngine.User;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Optimizely's core API on a datafile, asked without an event. Its groups are mutex groups. */
final class OptimizelyEngine extends OneByOne<User> {

  private static final int WHOLE = 10_000;

  record User(String id, Map<String, Object> attributes) {}

  private final String[] attributes;
  private final Optimizely client;

  OptimizelyEngine(Work work) {
    super(work.trials());
    attributes = work.attributes().toArray(String[]::new);
    client = Optimizely.builder().withDatafile(Json.text(datafile(work))).build();
  }

  @Override
  User user(String id, String[] profile) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.length; i++) {
      values.put(attributes[i], profile[i]);
    }
    return new User(id, values);
  }

  @Override
  String variant(String key, User user) {
    Variation variation = client.getVariation(key, user.id, user.attributes);
    return variation == null ? NONE : variation.getKey();
  }

  private static Map<String, Object> datafile(Work work) {
    Map<String, Object> file = new HashMap<>();
    file.put("version", "4");
    file.put("accountId", "1");
    file.put("projectId", "1");
    file.put("revision", "1");
    file.put("anonymizeIP", true);
    file.put(
        "attributes",
        work.attributes().stream().map(name -> Map.of("id", name, "key", name)).toList());
    for (String empty : List.of("events", "audiences", "featureFlags", "rollouts")) {
      file.put(empty, List.of());
    }
    file.put("typedAudiences", audiences(work.trials()));
    List<Trial> alone = work.trials().stream().filter(trial -> trial.slot() == null).toList();
    file.put("experiments", alone.stream().map(OptimizelyEngine::experiment).toList());
    file.put("groups", groups(work.trials()));
    return file;
  }

  private static List<Map<String, Object>> audiences(List<Trial> trials) {
    return trials.stream()
        .map(Trial::rules)
        .filter(rules -> !rules.isEmpty())
        .distinct()
        .map(rules -> Map.of("id", audience(rules), "name", "", "conditions", conditions(rules)))
        .toList();
  }

  private static String audience(Map<String, String> rules) {
    return new TreeMap<>(rules).toString();
  }

  private static List<Object> conditions(Map<String, String> rules) {
    List<Object> conditions = new ArrayList<>(List.of("and"));
    rules.forEach((name, value) -> conditions.add(List.of("or", List.of("or", leaf(name, value)))));
    return conditions;
  }

  private static Map<String, Object> leaf(String name, String value) {
    return Map.of("name", name, "type", "custom_attribute", "match", "exact", "value", value);
  }

  private static Map<String, Object> experiment(Trial trial) {
    List<Object> variations = new ArrayList<>();
    List<Object> traffic = new ArrayList<>();
    int number = trial.variants().size();
    for (int i = 0; i < number; i++) {
      String id = trial.key() + "-" + i;
      variations.add(Map.of("id", id, "key", trial.variants().get(i)));
      traffic.add(Map.of("entityId", id, "endOfRange", WHOLE * (i + 1) / number));
    }
    return Map.of(
        "id", "id-of-" + trial.key(),
        "key", trial.key(),
        "status", "Running",
        "layerId", "layer-of-" + trial.key(),
        "audienceIds", trial.rules().isEmpty() ? List.of() : List.of(audience(trial.rules())),
        "forcedVariations", Map.of(),
        "variations", variations,
        "trafficAllocation", traffic);
  }

  private static List<Map<String, Object>> groups(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trial.slot() != null)
        .collect(groupingBy(trial -> slot(trial).group()))
        .entrySet()
        .stream()
        .map(group -> group(group.getKey(), group.getValue()))
        .toList();
  }

  private static Map<String, Object> group(String id, List<Trial> members) {
    return Map.of(
        "id", id,
        "policy", "random",
        "trafficAllocation", members.stream().map(OptimizelyEngine::range).toList(),
        "experiments", members.stream().map(OptimizelyEngine::experiment).toList());
  }

  private static Map<String, Object> range(Trial member) {
    int end = WHOLE * (slot(member).index() + 1) / Slot.SLOTS;
    return Map.of("entityId", "id-of-" + member.key(), "endOfRange", end);
  }

  private static Slot slot(Trial member) {
    return Objects.requireNonNull(member.slot());
  }
}
