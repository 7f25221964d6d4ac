package io.github.evenlot.metric;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One unit in one experiment, told day by day. What the unit adds as of a day is a function of the
 * facts up to that day; the row of a day is the difference to the day before. So the rows of all
 * days up to any day sum to what a computation from scratch on that day would have found.
 */
final class UnitHistory {

  private static final Comparator<Exposure> EXPOSURE_ORDER =
      Comparator.comparing(Exposure::time)
          .thenComparingInt(Exposure::epoch)
          .thenComparing(Exposure::variant);

  private final Experiment experiment;
  private final List<Exposure> exposures;
  private final Exposure first;
  private final Optional<Instant> switched;
  private final Map<String, MetricTotals> metrics = new HashMap<>();

  /**
   * @param exposures the earliest of each variant and epoch, at least one
   */
  UnitHistory(Experiment experiment, List<Exposure> exposures, Collection<MetricEvent> events) {
    this.experiment = experiment;
    this.exposures = exposures;
    this.first = exposures.stream().min(EXPOSURE_ORDER).orElseThrow();
    this.switched =
        exposures.stream()
            .filter(exposure -> !exposure.variant().equals(first.variant()))
            .map(Exposure::time)
            .min(Comparator.naturalOrder());
    for (MetricDefinition metric : experiment.metrics()) {
      metrics.put(metric.key(), new MetricTotals(metric, first.time()));
    }
    events.forEach(this::add);
  }

  /** Whether this is about the very same definition; comparing them in full would take longer. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Experiment definition) {
    return experiment == definition;
  }

  void add(MetricEvent event) {
    metrics.values().forEach(totals -> totals.add(event));
  }

  void addRowsTo(Map<RowKey, ExactMoments> rows) {
    ExactMoments one = ExactMoments.ofCount(1);
    addUntilSwitch(rows, RowKey.EXPOSURES, new TreeMap<>(Map.of(day(first.time()), one)));
    switched.ifPresent(time -> MetricRows.add(rows, key(RowKey.SWITCHERS, day(time)), one));
    firstMismatch().ifPresent(time -> MetricRows.add(rows, key(RowKey.MISMATCHES, day(time)), one));
    metrics.forEach((metric, totals) -> addUntilSwitch(rows, metric, totals.asOfDays()));
  }

  /**
   * Adds the increments of the days before that of the switch, and on that day their undoing.
   *
   * @param asOfDays the cumulative moments from the end of each day on
   */
  private void addUntilSwitch(
      Map<RowKey, ExactMoments> rows, String metric, SortedMap<LocalDate, ExactMoments> asOfDays) {
    Optional<LocalDate> end = switched.map(UnitHistory::day);
    ExactMoments before = ExactMoments.ZERO;
    for (var day : end.map(asOfDays::headMap).orElse(asOfDays).entrySet()) {
      addIncrement(rows, metric, day.getKey(), before, day.getValue());
      before = day.getValue();
    }
    if (end.isPresent()) {
      addIncrement(rows, metric, end.get(), before, ExactMoments.ZERO);
    }
  }

  private void addIncrement(
      Map<RowKey, ExactMoments> rows,
      String metric,
      LocalDate day,
      ExactMoments before,
      ExactMoments after) {
    ExactMoments increment = after.minus(before);
    if (!increment.isZero()) {
      MetricRows.add(rows, key(metric, day), increment);
    }
  }

  private Optional<Instant> firstMismatch() {
    return exposures.stream()
        .filter(this::mismatches)
        .map(Exposure::time)
        .min(Comparator.naturalOrder());
  }

  private boolean mismatches(Exposure exposure) {
    return !Assigner.variantIn(experiment, exposure.epoch(), exposure.unit())
        .equals(Optional.of(exposure.variant()));
  }

  private RowKey key(String metric, LocalDate eventDay) {
    return new RowKey(
        experiment.key(), first.epoch(), first.variant(), metric, day(first.time()), eventDay);
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
