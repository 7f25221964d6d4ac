package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import com.launchdarkly.sdk.ContextBuilder;
import com.launchdarkly.sdk.LDContext;
import com.launchdarkly.sdk.server.Components;
import com.launchdarkly.sdk.server.LDClient;
import com.launchdarkly.sdk.server.LDConfig;
import com.launchdarkly.sdk.server.integrations.FileData;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * LaunchDarkly's server SDK on a flag file, without events. It has no mutex groups; a flag whose
 * variations are the slots stands in, as a prerequisite.
 */
final class LaunchDarklyEngine extends OneByOne<LDContext> {

  private static final int WHOLE = 100_000;

  private final String[] attributes;
  private final LDClient client;

  LaunchDarklyEngine(Work work) {
    super(work.trials());
    attributes = work.attributes().toArray(String[]::new);
    Path file = Json.file(Map.of("flags", flags(work.trials())));
    LDConfig config =
        new LDConfig.Builder()
            .dataSource(FileData.dataSource().filePaths(file))
            .events(Components.noEvents())
            .logging(Components.noLogging())
            .diagnosticOptOut(true)
            .build();
    client = new LDClient("sdk-key", config);
  }

  @Override
  LDContext user(String id, String[] profile) {
    ContextBuilder builder = LDContext.builder(id);
    for (int i = 0; i < attributes.length; i++) {
      builder.set(attributes[i], profile[i]);
    }
    return builder.build();
  }

  @Override
  String variant(String key, LDContext user) {
    return client.stringVariation(key, user, NONE);
  }

  private static Map<String, Object> flags(List<Trial> trials) {
    Map<String, Object> flags = new LinkedHashMap<>();
    for (Trial trial : trials) {
      flags.put(trial.key(), flag(trial));
      Slot slot = trial.slot();
      if (slot != null) {
        flags.put(slot.group(), group(slot.group()));
      }
    }
    return flags;
  }

  private static Map<String, Object> flag(Trial trial) {
    List<String> variations = new ArrayList<>(trial.variants());
    variations.add(NONE);
    int none = trial.variants().size();
    Map<String, Object> flag = flag(trial.key(), variations, none);
    Map<String, Object> rollout = rollout(none);
    if (trial.rules().isEmpty()) {
      flag.put("fallthrough", rollout);
    } else {
      flag.put("fallthrough", Map.of("variation", none));
      Map<String, Object> rule = new LinkedHashMap<>(rollout);
      rule.put("id", "rule");
      rule.put("clauses", trial.rules().entrySet().stream().map(e -> clause(e)).toList());
      flag.put("rules", List.of(rule));
    }
    Slot slot = trial.slot();
    if (slot != null) {
      flag.put("prerequisites", List.of(Map.of("key", slot.group(), "variation", slot.index())));
    }
    return flag;
  }

  private static Map<String, Object> group(String key) {
    List<String> slots = IntStream.range(0, Slot.SLOTS).mapToObj(i -> "slot-" + i).toList();
    Map<String, Object> flag = flag(key, slots, 0);
    flag.put("fallthrough", rollout(Slot.SLOTS));
    return flag;
  }

  private static Map<String, Object> flag(String key, List<String> variations, int off) {
    Map<String, Object> flag = new LinkedHashMap<>();
    flag.put("key", key);
    flag.put("version", 1);
    flag.put("on", true);
    flag.put("salt", "salt-of-" + key);
    flag.put("variations", variations);
    flag.put("offVariation", off);
    return flag;
  }

  /** The first variations, in equal shares. */
  private static Map<String, Object> rollout(int variations) {
    List<Map<String, Integer>> shares =
        IntStream.range(0, variations)
            .mapToObj(i -> Map.of("variation", i, "weight", WHOLE / variations))
            .toList();
    return Map.of("rollout", Map.of("variations", shares));
  }

  private static Map<String, Object> clause(Map.Entry<String, String> rule) {
    return Map.of("attribute", rule.getKey(), "op", "in", "values", List.of(rule.getValue()));
  }
}
