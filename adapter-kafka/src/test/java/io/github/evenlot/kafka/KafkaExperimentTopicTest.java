package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.MutexGroup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaExperimentTopicTest {

  private final SharedKafka kafka;
  private final Topics topics;
  private final KafkaExperimentTopic topic;

  KafkaExperimentTopicTest(SharedKafka kafka) {
    this.kafka = kafka;
    this.topics = kafka.newTopics();
    this.topic = KafkaExperimentTopic.connect(kafka.config(), topics);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  @DisplayName("A removed experiment is gone, and may come back.")
  void removed() {
    topic.save(experiment("a"));
    topic.save(experiment("b"));
    topic.remove("a");
    assertThat(topic.snapshot().all()).containsExactly(experiment("b"));
    assertThat(topic.find("a")).isEmpty();
    topic.save(experiment("a"));
    assertThat(topic.snapshot().all()).containsExactly(experiment("a"), experiment("b"));
  }

  @Test
  @DisplayName("The snapshot is the same before and after Kafka has compacted the topic.")
  void compacted() throws Exception {
    Topics eager = eagerlyCompacted();
    try (KafkaExperimentTopic definitions = KafkaExperimentTopic.connect(kafka.config(), eager)) {
      for (int i = 0; i < 20; i++) {
        definitions.save(experiment("a").withStatus(ExperimentStatus.PAUSED));
        definitions.save(experiment("b"));
      }
      definitions.remove("b");
      definitions.save(experiment("a"));
      Await.until(
          Duration.ofSeconds(30),
          () -> {
            // A file is only compacted once another one was begun.
            definitions.save(experiment("filler"));
            return kafka.records(eager.experiments()).size() < 10;
          });
      assertThat(definitions.snapshot().all())
          .containsExactly(experiment("a"), experiment("filler"));
    }
  }

  @Test
  @DisplayName("A broken definition is named with its place; once replaced it does no harm.")
  void broken() {
    topic.save(experiment("a"));
    produce("b", "{\"v\":1}");
    assertThatIllegalStateException()
        .isThrownBy(topic::snapshot)
        .withMessage(
            "offset 1 of partition 0 of %s: experiment.bucketing is missing"
                .formatted(topics.experiments()));
    topic.save(experiment("b"));
    assertThat(topic.snapshot().all()).hasSize(2);
  }

  @Test
  @DisplayName("Of definitions that can't be together there is no snapshot, until one is replaced.")
  void together() {
    Audience slot = Audience.EVERYONE.withSlot(MutexGroup.of("shop").slot(0, 10));
    topic.save(experiment("a").withAudience(slot));
    topic.save(experiment("b").withAudience(slot));
    assertThatIllegalStateException()
        .isThrownBy(topic::snapshot)
        .withMessage(
            "%s: slot [0, 10) of mutex group \"shop\" of experiment \"b\" overlaps slot [0, 10) of"
                + " mutex group \"shop\" of experiment \"a\"",
            topics.experiments());
    topic.save(experiment("b"));
    assertThat(topic.snapshot().all()).hasSize(2);
  }

  @Test
  @DisplayName("A definition under another key than its own is named.")
  void wrongKey() {
    topic.save(experiment("a"));
    byte[] definition = kafka.records(topics.experiments()).get(0).value();
    produce("b", new String(definition, UTF_8));
    assertThatIllegalStateException()
        .isThrownBy(topic::snapshot)
        .withMessageContaining("the definition of \"a\" has the key \"b\"");
  }

  @Test
  @DisplayName("A topic that is not there is an error that names it.")
  void missing() {
    Topics others = SharedKafka.names();
    Map<String, Object> config = kafka.config("default.api.timeout.ms", 1_000);
    try (KafkaExperimentTopic none = KafkaExperimentTopic.connect(config, others)) {
      assertThatIllegalStateException()
          .isThrownBy(none::snapshot)
          .withMessageContaining(others.experiments());
    }
  }

  @Test
  @DisplayName("Saving without a broker fails within max.block.ms; closing does not fail again.")
  void unreachable() {
    Map<String, Object> config = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 300);
    KafkaExperimentTopic nowhere = KafkaExperimentTopic.connect(config, topics);
    assertThatIllegalStateException()
        .isThrownBy(() -> nowhere.save(experiment("a")))
        .withMessageContaining("Is Kafka reachable at 127.0.0.1:1");
    nowhere.close();
  }

  @Test
  @DisplayName("A key without a UTF-8 form is refused.")
  void unpairedSurrogate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topic.remove("\uD800"))
        .withMessageContaining("has an unpaired surrogate at index 0");
  }

  private Topics eagerlyCompacted() throws Exception {
    Topics names = SharedKafka.names();
    NewTopic eager =
        new NewTopic(names.experiments(), Optional.of(1), Optional.empty())
            .configs(
                Map.of(
                    "cleanup.policy", "compact",
                    "segment.ms", "50",
                    "min.cleanable.dirty.ratio", "0.01",
                    "delete.retention.ms", "0"));
    kafka.create(eager);
    return names;
  }

  private void produce(String key, String value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.config(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(topics.experiments(), key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }
  }

  private static Experiment experiment(String key) {
    return Experiment.builder(key).variant("control", 50).variant("green", 50).build();
  }
}
