package io.github.evenlot.kafka.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link EmbeddedKafka} is to run.
 *
 * @param port for clients, 0 to 65535; 0 takes one that is free
 * @param directory for its data, kept when it is closed and read when it is started again; {@code
 *     null} for a temporary one
 * @param settings Kafka's own broker settings, where they are to differ
 */
public record EmbeddedKafkaOptions(
    int port, @Nullable Path directory, Map<String, String> settings) {

  private static final int MAX_PORT = 65_535;

  public EmbeddedKafkaOptions {
    settings = Map.copyOf(settings);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port %d is not within 0 to 65535".formatted(port));
    }
  }

  /** A free port, a temporary directory. */
  public static EmbeddedKafkaOptions defaults() {
    return new EmbeddedKafkaOptions(0, null, Map.of());
  }

  public EmbeddedKafkaOptions withPort(int newPort) {
    return new EmbeddedKafkaOptions(newPort, directory, settings);
  }

  public EmbeddedKafkaOptions withDirectory(Path newDirectory) {
    return new EmbeddedKafkaOptions(port, newDirectory, settings);
  }

  /** With one broker setting, as {@code message.max.bytes}, added or replaced. */
  public EmbeddedKafkaOptions withSetting(String name, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(name, value);
    return new EmbeddedKafkaOptions(port, directory, more);
  }
}
