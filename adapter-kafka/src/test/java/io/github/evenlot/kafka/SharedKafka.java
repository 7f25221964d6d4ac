package io.github.evenlot.kafka;

import io.github.evenlot.event.Fact;
import io.github.evenlot.kafka.embedded.EmbeddedKafka;
import io.github.evenlot.kafka.embedded.EmbeddedKafkaOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker for all tests of the module, which keep apart by their topics' prefixes. */
public final class SharedKafka implements ParameterResolver {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private final EmbeddedKafka broker;

  /** For JUnit, which makes one for each class. */
  public SharedKafka() {
    this(null);
  }

  private SharedKafka(EmbeddedKafka broker) {
    this.broker = broker;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SharedKafka.class;
  }

  @Override
  public SharedKafka resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new SharedKafka(
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SharedKafka.class))
            .getOrComputeIfAbsent(Running.class)
            .broker);
  }

  Map<String, Object> config() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  Map<String, Object> config(String name, Object value) {
    Map<String, Object> config = new HashMap<>(config());
    config.put(name, value);
    return config;
  }

  Admin admin() {
    return Admin.create(config());
  }

  /** Names that no other test has. */
  static Topics names() {
    return Topics.withPrefix("test-" + UUID.randomUUID() + ".");
  }

  /** New topics, with two partitions for facts. */
  Topics newTopics() {
    Topics topics = names();
    try (Admin admin = admin()) {
      TopicSetup.of(topics).withPartitions(2).ensure(admin);
    }
    return topics;
  }

  /** Makes a topic, and returns when it is shown. */
  void create(NewTopic topic) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(topic)).all().get();
      Await.until(LIMIT, () -> admin.listTopics().names().get().contains(topic.name()));
    }
  }

  /** All that is in a topic. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }

  /** All that is in the two topics of facts. */
  List<Fact> facts(Topics topics) {
    ExposureSerde exposures = new ExposureSerde();
    MetricEventSerde events = new MetricEventSerde();
    List<Fact> facts = new ArrayList<>();
    records(topics.exposures()).forEach(r -> facts.add(exposures.deserialize("", r.value())));
    records(topics.events()).forEach(r -> facts.add(events.deserialize("", r.value())));
    return facts;
  }

  /** Closed by JUnit after the last test. */
  static final class Running implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private final EmbeddedKafka broker =
        EmbeddedKafka.start(
            EmbeddedKafkaOptions.defaults().withSetting("log.cleaner.backoff.ms", "50"));

    @Override
    public void close() {
      broker.close();
    }
  }
}
