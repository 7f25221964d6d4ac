package io.github.evenlot.kafka.embedded;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.internals.Exit;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Kafka from ending the JVM. What it would exit for becomes a failure of the broker on whose
 * thread it happens, and that thread ends. Kafka has one such hook for all of a JVM, so is this.
 */
final class ExitGuard {

  private static final Map<ThreadGroup, Failures> BROKERS = new HashMap<>();

  private ExitGuard() {}

  static synchronized void add(ThreadGroup group, Failures failures) {
    BROKERS.put(group, failures);
    Exit.setExitProcedure(ExitGuard::exit);
    Exit.setHaltProcedure(ExitGuard::exit);
  }

  /** With the last broker go the hooks, and the threads of metrics that all brokers share. */
  static synchronized void remove(ThreadGroup group) {
    BROKERS.remove(group);
    if (BROKERS.isEmpty()) {
      Exit.resetExitProcedure();
      Exit.resetHaltProcedure();
      KafkaYammerMetrics.defaultRegistry().shutdown();
    }
  }

  private static synchronized @Nullable Failures find(ThreadGroup group) {
    return BROKERS.get(group);
  }

  private static void exit(int status, @Nullable String message) {
    Failures failures = find(Thread.currentThread().getThreadGroup());
    if (failures == null) {
      Runtime.getRuntime().exit(status);
      return;
    }
    throw failures.exit(status, message);
  }
}
