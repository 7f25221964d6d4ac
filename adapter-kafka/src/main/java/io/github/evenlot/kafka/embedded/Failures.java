package io.github.evenlot.kafka.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a broker died of, where Kafka's own handlers would end the process. */
final class Failures implements FaultHandlerFactory {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

  private final DataDirectory data;
  private final AtomicReference<Throwable> first = new AtomicReference<>();

  Failures(DataDirectory data) {
    this.data = data;
  }

  /** The first of what was recorded; the others mostly follow from it. */
  Optional<Throwable> first() {
    return Optional.ofNullable(first.get());
  }

  /** Records that Kafka would have ended the process, which it does when it can't write. */
  IllegalStateException exit(int status, @Nullable String message) {
    return recorded(
        "Kafka wanted to end the process with status %d%s; %s"
            .formatted(status, message == null ? "" : " (" + message + ")", data.room()),
        null);
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    return fatal ? fatal(name, action) : new LoggingFaultHandler(name, action);
  }

  private FaultHandler fatal(String name, Runnable action) {
    return (message, cause) -> {
      IllegalStateException failure =
          recorded("%s: %s: %s; %s".formatted(name, message, root(cause), data.room()), cause);
      action.run();
      return failure;
    };
  }

  private IllegalStateException recorded(String message, @Nullable Throwable cause) {
    IllegalStateException failure =
        new IllegalStateException("the embedded broker is dead: " + message, cause);
    LOG.error(failure.getMessage(), failure);
    first.compareAndSet(null, failure);
    return failure;
  }

  /** What Kafka wraps: it is here that a full disk says so. */
  private static @Nullable Throwable root(@Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : thrown.getCause();
    return cause == null ? thrown : root(cause);
  }
}
