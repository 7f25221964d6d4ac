package io.github.evenlot.kafka.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A Kafka broker in this JVM, with its controller: for demos and tests, not for data that matters.
 * It listens on 127.0.0.1 only. Needs {@code org.apache.kafka:kafka_2.13} at run time.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
 *   connect(kafka.bootstrapServers());
 * }
 * }</pre>
 *
 * <p>It differs from a broker of its own in three ways: topics have to be created before they are
 * used; the internal topics have one partition; and a fault that would end the process is found in
 * {@link #failure()} instead.
 */
public final class EmbeddedKafka implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // What close() has to close, the last one made first.
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final BoundSockets sockets;
  private final DataDirectory data;
  private final Failures failures;

  private EmbeddedKafka(EmbeddedKafkaOptions options) throws Exception {
    try {
      sockets = opened(BoundSockets.bind(options.port()));
      data = opened(DataDirectory.open(options.directory(), DataDirectory.NEEDED_BYTES));
      failures = new Failures(data);
      BrokerThreads threads = opened(BrokerThreads.guardedBy(failures));
      KraftNode node =
          threads.run(() -> KraftNode.create(data.path(), sockets, options.settings(), failures));
      parts.push(() -> threads.run(() -> node.shutdown(patience())));
      threads.run(node::startup);
    } catch (Exception e) {
      closeParts(e);
      throw e;
    }
  }

  /** Starts a broker on a free port, with its data in a temporary directory. */
  public static EmbeddedKafka start() {
    return start(EmbeddedKafkaOptions.defaults());
  }

  /**
   * Starts a broker, and returns when it takes requests.
   *
   * @throws IllegalArgumentException if a setting is the embedded broker's own
   * @throws IllegalStateException if it can't be started: its port is in use, its directory can't
   *     be written, is in use or full, or Kafka refuses. Nothing is left running then.
   */
  public static EmbeddedKafka start(EmbeddedKafkaOptions options) {
    try {
      return new EmbeddedKafka(options);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker did not start: " + e.getMessage(), e);
    }
  }

  /** Host and port, as clients want them in {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return sockets.bootstrapServers();
  }

  /** Where it keeps its data. */
  public Path directory() {
    return data.path();
  }

  /** What it died of, if it did: a full disk, for one. Nobody can reach it from then on. */
  public Optional<Throwable> failure() {
    return failures.first();
  }

  /**
   * Stops it, waits until its threads have ended, and removes its directory if that was temporary.
   * Closing again does nothing.
   *
   * @throws IllegalStateException if something of it could not be stopped or removed
   */
  @Override
  public synchronized void close() {
    IllegalStateException failed =
        new IllegalStateException("the embedded broker did not stop cleanly");
    closeParts(failed);
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private Duration patience() {
    return failure().isPresent() ? Duration.ZERO : PATIENCE;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private void closeParts(Exception collector) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        collector.addSuppressed(e);
      }
    }
  }
}
