package io.github.evenlot.kafka;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.port.FactPublisher;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes facts to their topics, keyed by unit, stamped with their event time. Safe under any
 * number of threads.
 *
 * <p>A fact is safe when all replicas in sync have it. Kafka's own repetitions do not double it.
 *
 * <p>{@link #publish} hands over without waiting, with two exceptions: until Kafka has answered for
 * the first time, and while the buffer ({@code buffer.memory}) is full because Kafka takes less
 * than is published. It then waits for at most {@code max.block.ms}, and the stage fails. A fact
 * that was handed over fails after {@code delivery.timeout.ms}; no flush takes longer than that.
 */
public final class KafkaFactPublisher implements FactPublisher {

  private final ReliableProducer producer;
  private final Topics topics;

  private KafkaFactPublisher(ReliableProducer producer, Topics topics) {
    this.producer = producer;
    this.topics = topics;
  }

  /**
   * Makes a publisher. It does not wait for Kafka, so a service starts without it.
   *
   * @param config Kafka's own producer configuration; {@code bootstrap.servers} has to be there.
   *     Where nothing is said, {@code max.block.ms} is 10,000. {@code enable.idempotence} is {@code
   *     true} and {@code acks} is {@code all}, always.
   * @throws IllegalArgumentException if the configuration asks for other {@code acks} or no
   *     idempotence
   * @throws IllegalStateException if Kafka refuses the configuration
   */
  public static KafkaFactPublisher connect(Map<String, ?> config, Topics topics) {
    return new KafkaFactPublisher(ReliableProducer.connect(config), topics);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Fails, with an {@link IllegalStateException}, also for a fact with an unpaired surrogate in
   * one of its texts: Kafka would see another unit.
   */
  @Override
  public CompletionStage<Void> publish(Fact fact) {
    String topic = topics.of(fact);
    try {
      return producer.send(record(topic, fact));
    } catch (IllegalArgumentException e) {
      return producer.refuse(topic, e);
    }
  }

  @Override
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<byte @Nullable [], byte @Nullable []> record(
      String topic, Fact fact) {
    byte[] key = Utf8.encode("unit", fact.unit().value());
    // Kafka knows no time before 1970; the time in the value is the one that counts.
    long timestamp = Math.max(0, fact.time().toEpochMilli());
    return new ProducerRecord<>(topic, null, timestamp, key, value(fact));
  }

  private static byte[] value(Fact fact) {
    return fact instanceof Exposure exposure
        ? ExposureSerde.encode(exposure)
        : MetricEventSerde.encode((MetricEvent) fact);
  }
}
