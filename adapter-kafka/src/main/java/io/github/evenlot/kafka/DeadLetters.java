package io.github.evenlot.kafka;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Where records go that are no facts, so that nothing is lost and nothing stops. Waits and fails as
 * {@link KafkaFactPublisher} does. Safe under any number of threads.
 */
public final class DeadLetters implements AutoCloseable {

  private final ReliableProducer producer;
  private final String topic;

  private DeadLetters(ReliableProducer producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Makes a sender of dead letters. It does not wait for Kafka.
   *
   * @param config as for {@link KafkaFactPublisher#connect}
   */
  public static DeadLetters connect(Map<String, ?> config, Topics topics) {
    return new DeadLetters(ReliableProducer.connect(config), topics.deadLetters());
  }

  /**
   * Hands over a dead letter without waiting.
   *
   * @return completes when it is safe, and exceptionally when it could not be made so: with its
   *     headers it may have become larger than {@code max.request.size}, for one
   */
  public CompletionStage<Void> send(DeadLetter letter) {
    return producer.send(letter.toRecord(topic));
  }

  /**
   * Waits until every dead letter handed over is safe.
   *
   * @throws IllegalStateException if one could not be made so since the last call
   */
  public void flush() {
    producer.flush();
  }

  /** Flushes, and frees what is held. */
  @Override
  public void close() {
    producer.close();
  }
}
