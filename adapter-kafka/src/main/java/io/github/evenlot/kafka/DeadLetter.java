package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that was no fact, with the reason. Its key and value stay as they came; what is known
 * beside them is in headers.
 *
 * @param key as it came
 * @param value as it came
 * @param reason what is wrong with it
 * @param source where it was read from, if that is known
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record DeadLetter(
    byte @Nullable [] key, byte @Nullable [] value, String reason, @Nullable Source source) {

  /** The header with the reason. */
  public static final String REASON = "evenlot.reason";

  /** The header with the topic that the record was read from. */
  public static final String SOURCE_TOPIC = "evenlot.source.topic";

  /** The header with the partition that the record was read from, in decimal digits. */
  public static final String SOURCE_PARTITION = "evenlot.source.partition";

  /** The header with the offset that the record was read from, in decimal digits. */
  public static final String SOURCE_OFFSET = "evenlot.source.offset";

  /** The place of a record in Kafka. */
  public record Source(String topic, int partition, long offset) {}

  /** A record that was read from Kafka and rejected. */
  public static DeadLetter of(
      ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String reason) {
    Source source = new Source(record.topic(), record.partition(), record.offset());
    return new DeadLetter(record.key(), record.value(), reason, source);
  }

  /** Rejected bytes from elsewhere. */
  public static DeadLetter of(byte @Nullable [] value, String reason) {
    return new DeadLetter(null, value, reason, null);
  }

  /** The record for the topic of dead letters, for a producer or a sink of one's own. */
  public ProducerRecord<byte @Nullable [], byte @Nullable []> toRecord(String topic) {
    ProducerRecord<byte @Nullable [], byte @Nullable []> record =
        new ProducerRecord<>(topic, key, value);
    header(record, REASON, reason);
    if (source != null) {
      header(record, SOURCE_TOPIC, source.topic);
      header(record, SOURCE_PARTITION, Integer.toString(source.partition));
      header(record, SOURCE_OFFSET, Long.toString(source.offset));
    }
    return record;
  }

  private static void header(ProducerRecord<?, ?> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }
}
