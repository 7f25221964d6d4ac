package io.github.evenlot.app.jobs;

import io.github.evenlot.kafka.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record of Kafka between two operators. Public and mutable, for Flink handles its fields. */
public final class RawRecord {

  public @Nullable String topic;
  public int partition;
  public long offset;
  public byte @Nullable [] key;
  public byte @Nullable [] value;

  /** Why it was not counted, once that is known. */
  public @Nullable String reason;

  static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
    RawRecord raw = new RawRecord();
    raw.topic = record.topic();
    raw.partition = record.partition();
    raw.offset = record.offset();
    raw.key = record.key();
    raw.value = record.value();
    return raw;
  }

  /** The value of a record that is no longer at hand. */
  static RawRecord rejected(byte[] value, String reason) {
    RawRecord raw = new RawRecord();
    raw.value = value;
    raw.reason = reason;
    return raw;
  }

  RawRecord because(String newReason) {
    RawRecord raw = new RawRecord();
    raw.topic = topic;
    raw.partition = partition;
    raw.offset = offset;
    raw.key = key;
    raw.value = value;
    raw.reason = newReason;
    return raw;
  }

  ProducerRecord<byte[], byte[]> toDeadLetter(String deadLetters) {
    DeadLetter.Source source =
        topic == null ? null : new DeadLetter.Source(topic, partition, offset);
    return new DeadLetter(key, value, String.valueOf(reason), source).toRecord(deadLetters);
  }
}
