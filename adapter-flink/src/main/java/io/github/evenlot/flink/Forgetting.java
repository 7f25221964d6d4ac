package io.github.evenlot.flink;

import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import java.time.Duration;

/** When to look whether an event can be forgotten. */
final class Forgetting {

  /** A unit has at most one timer for each of these. */
  private static final long GRAIN = Duration.ofHours(1).toMillis();

  private Forgetting() {}

  /**
   * The first full hour at whose watermark the horizon is past the event and every lookback, in
   * milliseconds.
   */
  static long time(MetricEvent event, Duration retention, Experiments experiments) {
    Duration lookback = longestLookback(event.metric(), experiments);
    long last = event.time().plus(lookback).plus(retention).toEpochMilli();
    return (Math.floorDiv(last, GRAIN) + 1) * GRAIN;
  }

  private static Duration longestLookback(String metric, Experiments experiments) {
    return experiments.measuring(metric).stream()
        .flatMap(experiment -> experiment.metrics().stream())
        .filter(definition -> definition.key().equals(metric))
        .map(MetricDefinition::lookback)
        .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
  }
}
