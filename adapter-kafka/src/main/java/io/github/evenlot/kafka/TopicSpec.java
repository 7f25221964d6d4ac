package io.github.evenlot.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * How a topic has to be.
 *
 * @param rules what loses data if it is otherwise
 * @param advice what a new topic gets besides
 */
record TopicSpec(
    String name, Optional<Integer> partitions, List<Rule> rules, Map<String, String> advice) {

  private static final String FOREVER = "-1";
  private static final String UNBOUNDED = String.valueOf(Long.MAX_VALUE);

  /** One setting, the only value that keeps the data, and why. */
  record Rule(String setting, String value, String why) {

    private Stream<String> problem(@Nullable Config config) {
      ConfigEntry entry = config == null ? null : config.get(setting);
      String found = entry == null ? null : entry.value();
      return value.equals(found)
          ? Stream.empty()
          : Stream.of("%s is %s, not %s (%s)".formatted(setting, found, value, why));
    }
  }

  static TopicSpec facts(String name, Optional<Integer> partitions) {
    return new TopicSpec(
        name,
        partitions,
        List.of(
            new Rule("cleanup.policy", "delete", "compaction keeps one fact of a unit only"),
            new Rule("retention.ms", FOREVER, "records carry event times, so old facts go at once"),
            new Rule("retention.bytes", FOREVER, "the oldest facts go when the topic grows")),
        Map.of(
            // Event times may be years old, or ahead of the broker's clock.
            "message.timestamp.before.max.ms", UNBOUNDED,
            "message.timestamp.after.max.ms", UNBOUNDED,
            // By event time too: every leap in it would begin another file.
            "segment.ms", UNBOUNDED));
  }

  static TopicSpec experiments(String name) {
    return new TopicSpec(
        name,
        Optional.of(1),
        List.of(new Rule("cleanup.policy", "compact", "deletion forgets what nobody changed")),
        Map.of());
  }

  static TopicSpec deadLetters(String name) {
    return new TopicSpec(
        name,
        Optional.of(1),
        List.of(new Rule("cleanup.policy", "delete", "compaction takes no record without a key")),
        Map.of("retention.ms", FOREVER));
  }

  NewTopic newTopic(Optional<Short> replicationFactor) {
    Map<String, String> settings =
        rules.stream().collect(Collectors.toMap(Rule::setting, Rule::value));
    settings.putAll(advice);
    return new NewTopic(name, partitions, replicationFactor).configs(settings);
  }

  /** What is wrong with a topic of this name that has these settings. */
  Stream<String> problems(@Nullable Config config) {
    return rules.stream().flatMap(rule -> rule.problem(config)).map(p -> name + ": " + p);
  }
}
