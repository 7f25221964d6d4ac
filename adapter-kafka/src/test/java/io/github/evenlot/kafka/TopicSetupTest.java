package io.github.evenlot.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedKafka.class)
class TopicSetupTest {

  private final Topics topics = SharedKafka.names();
  private final TopicSetup setup = TopicSetup.of(topics).withPartitions(3).withReplicationFactor(1);
  private final SharedKafka kafka;
  private final Admin admin;

  TopicSetupTest(SharedKafka kafka) {
    this.kafka = kafka;
    this.admin = kafka.admin();
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  @DisplayName("Missing topics are made, with settings that keep every fact for ever.")
  void made() throws Exception {
    setup.ensure(admin);
    for (String facts : List.of(topics.exposures(), topics.events())) {
      assertThat(partitions(facts)).isEqualTo(3);
      assertThat(settings(facts))
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", "-1")
          .containsEntry("retention.bytes", "-1")
          .containsEntry("message.timestamp.before.max.ms", "9223372036854775807")
          .containsEntry("message.timestamp.after.max.ms", "9223372036854775807")
          .containsEntry("segment.ms", "9223372036854775807");
    }
    assertThat(partitions(topics.experiments())).isEqualTo(1);
    assertThat(settings(topics.experiments())).containsEntry("cleanup.policy", "compact");
    assertThat(partitions(topics.deadLetters())).isEqualTo(1);
    assertThat(settings(topics.deadLetters()))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
  }

  @Test
  @DisplayName("Topics that are right stay as they are.")
  void again() throws Exception {
    setup.ensure(admin);
    setup.withPartitions(7).ensure(admin);
    assertThat(partitions(topics.exposures())).isEqualTo(3);
  }

  @Test
  @DisplayName("Several processes may set up the same topics at once.")
  void atOnce() throws Exception {
    List<CompletableFuture<Void>> setups =
        Stream.generate(() -> CompletableFuture.runAsync(() -> setup.ensure(admin)))
            .limit(4)
            .toList();
    for (CompletableFuture<Void> one : setups) {
      one.get(60, TimeUnit.SECONDS);
    }
    assertThat(partitions(topics.exposures())).isEqualTo(3);
  }

  @Test
  @DisplayName("Everything wrong with existing topics is named, with the reason; none is made.")
  void wrong() throws Exception {
    create(topics.exposures(), Map.of("retention.ms", "604800000"));
    create(topics.events(), Map.of("retention.bytes", "1000", "cleanup.policy", "compact"));
    create(topics.experiments(), Map.of("cleanup.policy", "compact,delete"));
    assertThatIllegalStateException()
        .isThrownBy(() -> setup.ensure(admin))
        .withMessage(
            "topics would lose data: "
                + "%s: retention.ms is 604800000, not -1".formatted(topics.exposures())
                + " (records carry event times, so old facts go at once); "
                + "%s: cleanup.policy is compact, not delete".formatted(topics.events())
                + " (compaction keeps one fact of a unit only); "
                + "%s: retention.ms is 604800000, not -1".formatted(topics.events())
                + " (records carry event times, so old facts go at once); "
                + "%s: retention.bytes is 1000, not -1".formatted(topics.events())
                + " (the oldest facts go when the topic grows); "
                + "%s: cleanup.policy is compact,delete, not compact"
                    .formatted(topics.experiments())
                + " (deletion forgets what nobody changed)");
    assertThat(admin.listTopics().names().get()).doesNotContain(topics.deadLetters());
  }

  @Test
  @DisplayName("What Kafka refuses is an error with its reason.")
  void refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> setup.withReplicationFactor(9).ensure(admin))
        .withMessageStartingWith("topics can't be set up:")
        .withMessageContaining("9");
  }

  @Test
  @DisplayName("Names have Kafka's letters and are distinct.")
  void names() {
    assertThat(Topics.defaults())
        .isEqualTo(
            new Topics(
                "evenlot.exposures",
                "evenlot.events",
                "evenlot.experiments",
                "evenlot.dead-letters"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Topics("a", "b", "c", "b"))
        .withMessage("topics [a, b, c, b] are not distinct");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a b", "ä", "a/b"})
  @DisplayName("Another name is refused.")
  void illegalNames(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Topics(name, "b", "c", "d"))
        .withMessageContaining("\"" + name + "\"");
  }

  private void create(String topic, Map<String, String> settings) throws Exception {
    kafka.create(new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings));
  }

  private int partitions(String topic) throws Exception {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    return description.partitions().size();
  }

  private Map<String, String> settings(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, String> settings = new HashMap<>();
    admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .get(resource)
        .entries()
        .forEach(entry -> settings.put(entry.name(), entry.value()));
    return settings;
  }
}
