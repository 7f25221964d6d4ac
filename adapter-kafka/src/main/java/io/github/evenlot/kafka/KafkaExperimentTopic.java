package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.port.ExperimentRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The definitions of experiments in a compacted topic: the last one of a key is the one that
 * counts. Safe under any number of threads.
 *
 * <p>Reading reads the whole topic, which holds little more than one record for each experiment. It
 * takes at most {@code default.api.timeout.ms} for each of Kafka's answers and for all of them.
 */
public final class KafkaExperimentTopic implements ExperimentRepository, AutoCloseable {

  private static final String WHAT = "experiment";

  private final ReliableProducer producer;
  private final CompactedTopic compacted;
  private final String topic;

  private KafkaExperimentTopic(ReliableProducer producer, CompactedTopic compacted, String topic) {
    this.producer = producer;
    this.compacted = compacted;
    this.topic = topic;
  }

  /**
   * Makes the two ends of the topic. It does not wait for Kafka.
   *
   * @param config Kafka's own configuration of producers and consumers; {@code bootstrap.servers}
   *     has to be there. For the rest as for {@link KafkaFactPublisher#connect}.
   */
  public static KafkaExperimentTopic connect(Map<String, ?> config, Topics topics) {
    String topic = topics.experiments();
    return new KafkaExperimentTopic(
        ReliableProducer.connect(config), new CompactedTopic(config, topic), topic);
  }

  /**
   * Publishes a definition, and returns when it is safe. It is not held against the other ones: a
   * log can't be read and written in one step. Publish what a repository on a database has taken;
   * of definitions that can't be together there is no {@link #snapshot}.
   *
   * @throws IllegalStateException if it could not be made so
   */
  @Override
  public void save(Experiment experiment) {
    byte[] value = Json.write(WHAT, ExperimentDocuments.toDocument(experiment));
    producer.write(new ProducerRecord<>(topic, Utf8.encode(WHAT, experiment.key()), value));
  }

  /**
   * Publishes that there is no such experiment any more, and returns when that is safe.
   *
   * @throws IllegalStateException if it could not be made so
   */
  public void remove(String key) {
    producer.write(new ProducerRecord<>(topic, Utf8.encode(WHAT, key), null));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException as {@link #snapshot}
   */
  @Override
  public Optional<Experiment> find(String key) {
    return Optional.ofNullable(compacted.read().get(key)).map(KafkaExperimentTopic::decode);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the topic can't be read, or if a definition in it is broken,
   *     or if they can't be together; keep the last snapshot then, for one without that experiment
   *     would end it
   */
  @Override
  public Experiments snapshot() {
    List<Experiment> all =
        compacted.read().values().stream().map(KafkaExperimentTopic::decode).toList();
    try {
      return Experiments.of(all);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("%s: %s".formatted(topic, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Experiment decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      Experiment experiment = ExperimentDocuments.experiment(Json.read(WHAT, record.value()));
      requireKey(experiment, record);
      return experiment;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "offset %d of partition %d of %s: %s"
              .formatted(record.offset(), record.partition(), record.topic(), e.getMessage()),
          e);
    }
  }

  private static void requireKey(Experiment experiment, ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), UTF_8);
    if (!experiment.key().equals(key)) {
      throw new IllegalArgumentException(
          "the definition of \"%s\" has the key \"%s\"".formatted(experiment.key(), key));
    }
  }
}
