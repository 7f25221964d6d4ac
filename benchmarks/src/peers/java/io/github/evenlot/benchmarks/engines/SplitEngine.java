package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import io.github.evenlot.benchmarks.engines.SplitEngine.User;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import io.split.client.SplitClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Split's client in localhost mode, which keeps no impressions. It has no mutex groups; a split
 * whose treatments are the slots stands in, as a prerequisite.
 */
final class SplitEngine extends OneByOne<User> {

  private static final int MURMUR = 2;

  record User(String id, Map<String, Object> attributes) {}

  private final String[] attributes;
  private final SplitClient client;

  SplitEngine(Work work) {
    super(work.trials());
    attributes = work.attributes().toArray(String[]::new);
    Map<String, Object> none = Map.of("d", List.of(), "s", -1, "t", -1);
    Map<String, Object> splits = Map.of("d", splits(work.trials()), "s", -1, "t", 1);
    client = LocalSplit.client(Json.file(Map.of("ff", splits, "rbs", none)).toString());
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
    return client.getTreatment(user.id, key, user.attributes);
  }

  private static List<Object> splits(List<Trial> trials) {
    Map<String, Object> splits = new LinkedHashMap<>();
    for (Trial trial : trials) {
      splits.put(trial.key(), split(trial));
      Slot slot = trial.slot();
      if (slot != null) {
        splits.put(slot.group(), group(slot.group()));
      }
    }
    return List.copyOf(splits.values());
  }

  private static Map<String, Object> split(Trial trial) {
    List<Object> conditions = new ArrayList<>();
    List<Object> shares = shares(trial.variants());
    if (trial.rules().isEmpty()) {
      conditions.add(condition(List.of(everybody()), shares));
    } else {
      List<Object> matchers = new ArrayList<>();
      trial.rules().forEach((name, value) -> matchers.add(matcher(name, value)));
      conditions.add(condition(matchers, shares));
      conditions.add(condition(List.of(everybody()), shares(List.of(NONE))));
    }
    Map<String, Object> split = split(trial.key(), conditions);
    Slot slot = trial.slot();
    if (slot != null) {
      List<String> owned = List.of("slot-" + slot.index());
      split.put("prerequisites", List.of(Map.of("n", slot.group(), "ts", owned)));
    }
    return split;
  }

  private static Map<String, Object> group(String name) {
    List<String> slots = IntStream.range(0, Slot.SLOTS).mapToObj(i -> "slot-" + i).toList();
    return split(name, List.of(condition(List.of(everybody()), shares(slots))));
  }

  private static Map<String, Object> split(String name, List<Object> conditions) {
    Map<String, Object> split = new LinkedHashMap<>();
    split.put("name", name);
    split.put("seed", name.hashCode());
    split.put("trafficAllocation", 100);
    split.put("trafficAllocationSeed", name.hashCode() + 1);
    split.put("status", "ACTIVE");
    split.put("killed", false);
    split.put("defaultTreatment", NONE);
    split.put("changeNumber", 1);
    split.put("algo", MURMUR);
    split.put("trafficTypeName", "user");
    split.put("conditions", conditions);
    return split;
  }

  private static Map<String, Object> condition(List<Object> matchers, List<Object> shares) {
    return Map.of(
        "conditionType", "ROLLOUT",
        "label", "rule",
        "matcherGroup", Map.of("combiner", "AND", "matchers", matchers),
        "partitions", shares);
  }

  private static Map<String, Object> everybody() {
    return Map.of("matcherType", "ALL_KEYS", "negate", false);
  }

  private static Map<String, Object> matcher(String attribute, String value) {
    return Map.of(
        "matcherType", "WHITELIST",
        "negate", false,
        "keySelector", Map.of("trafficType", "user", "attribute", attribute),
        "whitelistMatcherData", Map.of("whitelist", List.of(value)));
  }

  private static List<Object> shares(List<String> treatments) {
    int size = 100 / treatments.size();
    return List.copyOf(
        treatments.stream().map(id -> Map.of("treatment", id, "size", size)).toList());
  }
}
