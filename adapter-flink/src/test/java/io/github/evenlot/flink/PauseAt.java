package io.github.evenlot.flink;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;

/** Lets a source read a number of facts, and the rest when it is told to. For one reader. */
final class PauseAt<S extends SourceSplit> implements RateLimiterStrategy<S> {

  private static final Map<Integer, CompletableFuture<Void>> GATES = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int facts;
  private final int number = NUMBERS.incrementAndGet();

  PauseAt(int facts) {
    this.facts = facts;
    GATES.put(number, new CompletableFuture<>());
  }

  void goOn() {
    GATES.get(number).complete(null);
  }

  @Override
  public RateLimiter<S> createRateLimiter(int parallelism) {
    CompletableFuture<Void> gate = GATES.get(number);
    AtomicInteger read = new AtomicInteger();
    return new RateLimiter<>() {
      @Override
      public CompletionStage<Void> acquire(int requested) {
        return read.addAndGet(requested) <= facts ? CompletableFuture.completedFuture(null) : gate;
      }
    };
  }
}
