package io.github.evenlot.serving;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.port.FactPublisher;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Passes the first exposure of a unit to a variant on and holds repetitions back, for a service
 * that shows a variant again and again. Saying an exposure twice does no harm, so this only saves
 * traffic, and errs on that side: it remembers a bounded number of exposures, the latest ones, and
 * passes on what it has forgotten. One that is earlier than all before is passed on, too, since the
 * earliest counts. One that could not be delivered is forgotten. Metric events pass untouched.
 *
 * <p>Safe under any number of threads.
 */
public final class ExposureDeduplicator implements FactPublisher {

  private record Key(String experiment, UnitId unit, String variant, int epoch) {}

  private final FactPublisher publisher;
  private final RecentTimes<Key> seen;

  /**
   * @param publisher where facts go
   * @param capacity how many exposures to remember at most, at least 2; some 200 bytes each
   * @throws IllegalArgumentException if {@code capacity} is below 2
   */
  public ExposureDeduplicator(FactPublisher publisher, int capacity) {
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.seen = new RecentTimes<>(capacity);
  }

  /**
   * Hands an exposure over unless it repeats one that was, and every other fact.
   *
   * @return for a repetition a stage that is completed: it does not say whether the first one is
   *     safe yet
   */
  @Override
  public CompletionStage<Void> publish(Fact fact) {
    return fact instanceof Exposure exposure ? publishOnce(exposure) : publisher.publish(fact);
  }

  private CompletionStage<Void> publishOnce(Exposure exposure) {
    Key key = new Key(exposure.experiment(), exposure.unit(), exposure.variant(), exposure.epoch());
    Instant time = exposure.time();
    if (!seen.isEarliest(key, time)) {
      return CompletableFuture.completedStage(null);
    }
    try {
      return publisher
          .publish(exposure)
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  seen.forget(key);
                }
              });
    } catch (RuntimeException e) {
      seen.forget(key);
      throw e;
    }
  }

  @Override
  public void flush() {
    publisher.flush();
  }

  @Override
  public void close() {
    publisher.close();
  }
}
