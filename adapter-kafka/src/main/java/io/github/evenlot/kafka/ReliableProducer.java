package io.github.evenlot.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka producer that loses nothing silently: idempotent, acknowledged by all replicas in sync,
 * and every record that could not be written is reported twice, by its future and by {@link
 * #flush}.
 */
final class ReliableProducer implements AutoCloseable {

  private static final Map<String, String> REQUIRED =
      Map.of(
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
          ProducerConfig.ACKS_CONFIG, "all");
  private static final String DEFAULT_MAX_BLOCK_MS = "10000";

  private final Producer<byte @Nullable [], byte @Nullable []> producer;
  private final String servers;
  private final AtomicReference<@Nullable Lost> lost = new AtomicReference<>();

  private ReliableProducer(
      Producer<byte @Nullable [], byte @Nullable []> producer, String servers) {
    this.producer = producer;
    this.servers = servers;
  }

  /**
   * @param config Kafka's own producer configuration
   * @throws IllegalArgumentException if it asks for less than is promised here
   * @throws IllegalStateException if Kafka refuses it
   */
  static ReliableProducer connect(Map<String, ?> config) {
    Map<String, Object> complete = new HashMap<>(config);
    complete.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, DEFAULT_MAX_BLOCK_MS);
    REQUIRED.forEach((name, value) -> require(complete, name, value));
    String servers = String.valueOf(config.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
    try {
      return new ReliableProducer(
          new KafkaProducer<>(complete, new ByteArraySerializer(), new ByteArraySerializer()),
          servers);
    } catch (KafkaException e) {
      throw new IllegalStateException(
          "no producer for Kafka at %s: %s".formatted(servers, rootMessage(e)), e);
    }
  }

  /** Sends; whatever goes wrong is in the future, never thrown. */
  CompletableFuture<Void> send(ProducerRecord<byte @Nullable [], byte @Nullable []> record) {
    CompletableFuture<Void> future = new CompletableFuture<>();
    try {
      Future<?> unused =
          producer.send(record, (metadata, e) -> complete(future, record.topic(), e));
    } catch (RuntimeException e) {
      complete(future, record.topic(), e);
    }
    return future;
  }

  /**
   * Sends one record and waits until it is written.
   *
   * @throws IllegalStateException if it could not be
   */
  void write(ProducerRecord<byte @Nullable [], byte @Nullable []> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw failure(record.topic(), Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(record.topic(), e);
    }
  }

  /** The same as {@link #send} of a record that could not even be made. */
  CompletableFuture<Void> refuse(String topic, RuntimeException reason) {
    CompletableFuture<Void> future = new CompletableFuture<>();
    complete(future, topic, reason);
    return future;
  }

  /**
   * Waits until all that was sent is written.
   *
   * @throws IllegalStateException if some of it could not be, since the last call
   */
  void flush() {
    producer.flush();
    Lost found = lost.getAndSet(null);
    if (found != null) {
      throw new IllegalStateException(
          "%d records were not written since the last flush; the first: %s"
              .formatted(found.count, found.first.getMessage()),
          found.first);
    }
  }

  /** Flushes and closes. Closing again does nothing. */
  @Override
  public void close() {
    try {
      flush();
    } finally {
      producer.close();
    }
  }

  private void complete(
      CompletableFuture<Void> future, String topic, @Nullable Exception exception) {
    if (exception == null) {
      future.complete(null);
      return;
    }
    IllegalStateException failure = failure(topic, exception);
    lost.updateAndGet(before -> Lost.plusOne(before, failure));
    future.completeExceptionally(failure);
  }

  private IllegalStateException failure(String topic, Throwable cause) {
    String hint =
        cause instanceof TimeoutException
            ? " Is Kafka reachable at %s, and does the topic exist?".formatted(servers)
            : "";
    return new IllegalStateException(
        "not written to %s: %s%s".formatted(topic, cause.getMessage(), hint), cause);
  }

  private static void require(Map<String, Object> config, String name, String value) {
    Object given = config.putIfAbsent(name, value);
    if (given != null && !given.toString().equals(value) && !isAll(name, given)) {
      throw new IllegalArgumentException(
          "%s is %s, but only %s keeps every record once".formatted(name, given, value));
    }
  }

  private static boolean isAll(String name, Object given) {
    return name.equals(ProducerConfig.ACKS_CONFIG) && given.toString().equals("-1");
  }

  private static String rootMessage(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? String.valueOf(thrown.getMessage()) : rootMessage(cause);
  }

  /** How many records were lost, and why the first one was. */
  private record Lost(int count, IllegalStateException first) {

    static Lost plusOne(@Nullable Lost before, IllegalStateException failure) {
      return before == null ? new Lost(1, failure) : new Lost(before.count + 1, before.first);
    }
  }
}
