package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import cloud.eppo.api.Attributes;
import io.github.evenlot.benchmarks.engines.EppoEngine.User;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Eppo's JVM client on a configuration given at the start, without an assignment logger. A slot of
 * a mutex group is a shard, as Eppo's own layers are.
 */
final class EppoEngine extends OneByOne<User> {

  private static final int WHOLE = 10_000;

  record User(String id, Attributes attributes) {}

  private final String[] attributes;
  private final EppoClient client;

  EppoEngine(Work work) {
    super(work.trials());
    attributes = work.attributes().toArray(String[]::new);
    Map<String, Object> flags = new LinkedHashMap<>();
    work.trials().forEach(trial -> flags.put(trial.key(), flag(trial)));
    client = new EppoClient(Json.text(Map.of("flags", flags)));
  }

  @Override
  User user(String id, String[] profile) {
    Attributes values = new Attributes();
    for (int i = 0; i < attributes.length; i++) {
      values.put(attributes[i], profile[i]);
    }
    return new User(id, values);
  }

  @Override
  String variant(String key, User user) {
    return client.getStringAssignment(key, user.id, user.attributes, NONE);
  }

  private static Map<String, Object> flag(Trial trial) {
    Map<String, Object> variations = new LinkedHashMap<>();
    trial.variants().forEach(id -> variations.put(id, Map.of("key", id, "value", id)));
    return Map.of(
        "key", trial.key(),
        "enabled", true,
        "variationType", "STRING",
        "totalShards", WHOLE,
        "variations", variations,
        "allocations", List.of(allocation(trial)));
  }

  private static Map<String, Object> allocation(Trial trial) {
    List<Map<String, Object>> splits = new ArrayList<>();
    int number = trial.variants().size();
    for (int i = 0; i < number; i++) {
      List<Object> shards = new ArrayList<>();
      Slot slot = trial.slot();
      if (slot != null) {
        shards.add(shard(slot.group(), slot.index(), Slot.SLOTS));
      }
      shards.add(shard(trial.key(), i, number));
      splits.add(Map.of("variationKey", trial.variants().get(i), "shards", shards));
    }
    List<Object> conditions = new ArrayList<>();
    trial.rules().forEach((name, value) -> conditions.add(condition(name, value)));
    return Map.of(
        "key", "allocation",
        "doLog", false,
        "splits", splits,
        "rules", conditions.isEmpty() ? List.of() : List.of(Map.of("conditions", conditions)));
  }

  private static Map<String, Object> shard(String salt, int index, int parts) {
    int start = WHOLE * index / parts;
    int end = WHOLE * (index + 1) / parts;
    return Map.of("salt", salt, "ranges", List.of(Map.of("start", start, "end", end)));
  }

  private static Map<String, Object> condition(String name, String value) {
    return Map.of("attribute", name, "operator", "ONE_OF", "value", List.of(value));
  }
}
