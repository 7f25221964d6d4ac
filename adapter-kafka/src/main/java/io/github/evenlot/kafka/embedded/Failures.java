package io.github.evenlot.kafka.embedded;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a broker died of, where Kafka's own handlers would end the process. */
final class Failures implements FaultHandlerFactory {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

  private final AtomicReference<Throwable> first = new AtomicReference<>();

  /** The first of what was recorded; the others mostly follow from it. */
  Optional<Throwable> first() {
    return Optional.ofNullable(first.get());
  }

  void record(Throwable failure) {
    first.compareAndSet(null, failure);
    LOG.error("the embedded broker is dead: {}", failure.getMessage(), failure);
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    return fatal ? fatal(name, action) : new LoggingFaultHandler(name, action);
  }

  private FaultHandler fatal(String name, Runnable action) {
    return (message, cause) -> {
      IllegalStateException failure = new IllegalStateException(name + ": " + message, cause);
      record(failure);
      action.run();
      return failure;
    };
  }
}
