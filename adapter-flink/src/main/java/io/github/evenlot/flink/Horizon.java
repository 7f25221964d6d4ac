package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back facts are taken: the retention behind the watermark. It never moves back, not even
 * over a restart, for what has been forgotten once can't be counted right again.
 */
final class Horizon {

  private final @Nullable Duration retention;
  private Instant time;

  /**
   * @param retention none if facts are taken however old they are
   * @param time where it stood when it was last saved
   */
  Horizon(@Nullable Duration retention, Instant time) {
    this.retention = retention;
    this.time = time;
  }

  /** Moves it up to {@code watermark}, which says nothing about time at the end of the input. */
  void advance(long watermark) {
    if (retention != null && watermark != Long.MAX_VALUE) {
      Instant next = Instant.ofEpochMilli(watermark).minus(retention);
      time = next.isAfter(time) ? next : time;
    }
  }

  boolean excludes(Fact fact) {
    return fact.time().isBefore(time);
  }

  Instant time() {
    return time;
  }
}
