package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import com.configcat.ConfigCatClient;
import com.configcat.LogLevel;
import com.configcat.OverrideBehaviour;
import com.configcat.OverrideDataSourceBuilder;
import com.configcat.User;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * ConfigCat on local overrides alone, its log at warnings. It has no mutex groups; a flag whose
 * values are the slots stands in, as a prerequisite.
 */
final class ConfigCatEngine extends OneByOne<User> {

  private static final int TEXT = 1;
  private static final int TEXT_EQUALS = 28;
  private static final int FLAG_EQUALS = 0;

  private final String[] attributes;
  private final ConfigCatClient client;

  ConfigCatEngine(Work work) {
    super(work.trials());
    attributes = work.attributes().toArray(String[]::new);
    String file =
        Json.file(Map.of("p", Map.of("s", "salt"), "f", settings(work.trials()))).toString();
    client =
        ConfigCatClient.get(
            "key of " + work,
            options -> {
              options.logLevel(LogLevel.WARNING);
              options.flagOverrides(
                  OverrideDataSourceBuilder.localFile(file, false), OverrideBehaviour.LOCAL_ONLY);
            });
  }

  @Override
  User user(String id, String[] profile) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.length; i++) {
      values.put(attributes[i], profile[i]);
    }
    return User.newBuilder().custom(values).build(id);
  }

  @Override
  String variant(String key, User user) {
    return client.getValue(String.class, key, user, NONE);
  }

  private static Map<String, Object> settings(List<Trial> trials) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Trial trial : trials) {
      settings.put(trial.key(), setting(trial));
      Slot slot = trial.slot();
      if (slot != null) {
        settings.put(slot.group(), group());
      }
    }
    return settings;
  }

  private static Map<String, Object> setting(Trial trial) {
    List<Map<String, Object>> shares = shares(trial.variants());
    List<Object> conditions = new ArrayList<>();
    trial.rules().forEach((name, value) -> conditions.add(Map.of("u", equality(name, value))));
    Slot slot = trial.slot();
    if (slot != null) {
      Map<String, Object> owned = text("slot-" + slot.index());
      conditions.add(Map.of("p", Map.of("f", slot.group(), "c", FLAG_EQUALS, "v", owned)));
    }
    return conditions.isEmpty()
        ? Map.of("t", TEXT, "p", shares, "v", text(NONE))
        : Map.of(
            "t", TEXT, "r", List.of(Map.of("c", conditions, "p", shares)), "v", text(NONE));
  }

  private static Map<String, Object> group() {
    List<String> slots = IntStream.range(0, Slot.SLOTS).mapToObj(i -> "slot-" + i).toList();
    return Map.of("t", TEXT, "p", shares(slots), "v", text(NONE));
  }

  private static Map<String, Object> equality(String name, String value) {
    return Map.of("a", name, "c", TEXT_EQUALS, "s", value);
  }

  private static List<Map<String, Object>> shares(List<String> values) {
    int percent = 100 / values.size();
    return values.stream().map(value -> Map.of("p", percent, "v", text(value))).toList();
  }

  private static Map<String, Object> text(String value) {
    return Map.of("s", value);
  }
}
