package io.github.evenlot.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Several threads that begin at the same moment. */
final class Race {

  private static final int MOST_SECONDS = 60;

  private Race() {}

  /**
   * Runs {@code runner.apply(0)}, {@code runner.apply(1)}… each in its own thread.
   *
   * @return what they returned, in that order
   * @throws Exception what the first of them to fail threw, as the cause
   */
  static <T> List<T> run(int runners, IntFunction<Callable<T>> runner) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      CyclicBarrier start = new CyclicBarrier(runners);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        Callable<T> run = runner.apply(i);
        futures.add(
            threads.submit(
                () -> {
                  start.await(MOST_SECONDS, TimeUnit.SECONDS);
                  return run.call();
                }));
      }
      return results(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get(MOST_SECONDS, TimeUnit.SECONDS));
    }
    return results;
  }
}
