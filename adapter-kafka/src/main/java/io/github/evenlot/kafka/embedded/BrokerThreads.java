package io.github.evenlot.kafka.embedded;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The threads of one broker: all that are begun, directly or not, by what {@link #run} runs. */
final class BrokerThreads implements AutoCloseable {

  static final String NAME = "embedded-kafka";

  private final ThreadGroup group = new ThreadGroup(NAME);

  private BrokerThreads() {}

  /** Threads on which Kafka's exits become failures. */
  static BrokerThreads guardedBy(Failures failures) {
    BrokerThreads threads = new BrokerThreads();
    ExitGuard.add(threads.group, failures);
    return threads;
  }

  /** Runs and waits for the end, even when interrupted: a broker is never left half-way. */
  <T> T run(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(group, task, NAME);
    thread.start();
    await(thread);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Waits for the threads to end, save the daemons, which the brokers of a JVM share. */
  @Override
  public void close() {
    ExitGuard.remove(group);
    Thread[] threads = new Thread[group.activeCount() + 100];
    int count = group.enumerate(threads);
    Arrays.stream(threads, 0, count).filter(thread -> !thread.isDaemon()).forEach(this::await);
  }

  private void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
