package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of an experiment: traffic stops at one time, and with the longest window of a metric
 * after it no more facts are to come.
 *
 * @param end when traffic stops, if that is known
 * @param window the longest of a metric
 */
record Closing(@Nullable Instant end, Duration window) {

  static Closing of(Experiment experiment) {
    Optional<Duration> longest =
        experiment.metrics().stream().map(MetricDefinition::window).max(Comparator.naturalOrder());
    return new Closing(experiment.end(), longest.orElse(Duration.ZERO));
  }

  /** Whether traffic has stopped by the end of a day. */
  boolean hasEnded(LocalDate asOf) {
    return end != null && !end.isAfter(endOf(asOf));
  }

  /** Whether all facts have come by the end of a day. */
  boolean isClosed(LocalDate asOf) {
    return end != null && !end.isAfter(endOf(asOf).minus(window));
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
