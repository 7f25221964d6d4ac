package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a compacted topic to its end: the last record of each key, save those deleted. */
final class CompactedTopic {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final String DEFAULT_TIMEOUT_MS = "60000";

  private final Map<String, Object> config;
  private final String topic;
  private final Duration timeout;

  /**
   * @param config Kafka's own consumer configuration; {@code default.api.timeout.ms} limits the
   *     reading as a whole
   */
  CompactedTopic(Map<String, ?> config, String topic) {
    this.config = new HashMap<>(config);
    this.config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    this.config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    this.topic = topic;
    this.timeout = timeout(config);
  }

  /**
   * All that is there now, sorted by key.
   *
   * @throws IllegalStateException if it can't be read, or not in time
   */
  SortedMap<String, ConsumerRecord<byte[], byte[]>> read() {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return read(consumer);
    } catch (KafkaException e) {
      throw new IllegalStateException("%s can't be read: %s".formatted(topic, e.getMessage()), e);
    }
  }

  private SortedMap<String, ConsumerRecord<byte[], byte[]>> read(
      Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    SortedMap<String, ConsumerRecord<byte[], byte[]>> latest = new TreeMap<>();
    long deadline = System.nanoTime() + timeout.toNanos();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      requireTime(deadline);
      consumer.poll(POLL).forEach(record -> keep(latest, record));
    }
    return latest;
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("topic %s does not exist".formatted(topic));
    }
    return partitions;
  }

  private void requireTime(long deadline) {
    if (System.nanoTime() - deadline > 0) {
      throw new IllegalStateException(
          "%s was not read to its end within %d ms".formatted(topic, timeout.toMillis()));
    }
  }

  private static void keep(
      Map<String, ConsumerRecord<byte[], byte[]>> latest, ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new IllegalStateException(
          "offset %d of %s has no key".formatted(record.offset(), record.topic()));
    }
    String key = new String(record.key(), UTF_8);
    if (record.value() == null) {
      latest.remove(key);
    } else {
      latest.put(key, record);
    }
  }

  private static Duration timeout(Map<String, ?> config) {
    Object given = config.get(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
    return Duration.ofMillis(Long.parseLong(given == null ? DEFAULT_TIMEOUT_MS : given.toString()));
  }
}
