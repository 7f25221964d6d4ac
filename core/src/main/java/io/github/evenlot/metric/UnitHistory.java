package io.github.evenlot.metric;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.event.Millionths;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One unit in one experiment, told day by day. What the unit adds as of a day is a function of the
 * facts up to that day; the row of a day is the difference to the day before. So the rows of all
 * days up to any day sum to what a computation from scratch on that day would have found.
 */
final class UnitHistory {

  private static final long ONE = Millionths.of(1.0);

  private static final Comparator<Exposure> EXPOSURE_ORDER =
      Comparator.comparing(Exposure::time)
          .thenComparingInt(Exposure::epoch)
          .thenComparing(Exposure::variant);

  private final Experiment experiment;
  private final List<Exposure> exposures;
  private final Collection<MetricEvent> events;
  private final Exposure first;
  private final Optional<Instant> switched;

  /**
   * @param exposures the earliest of each variant and epoch, at least one
   */
  UnitHistory(Experiment experiment, List<Exposure> exposures, Collection<MetricEvent> events) {
    this.experiment = experiment;
    this.exposures = exposures;
    this.events = events;
    this.first = exposures.stream().min(EXPOSURE_ORDER).orElseThrow();
    this.switched =
        exposures.stream()
            .filter(exposure -> !exposure.variant().equals(first.variant()))
            .map(Exposure::time)
            .min(Comparator.naturalOrder());
  }

  void addRowsTo(Map<RowKey, ExactMoments> rows) {
    ExactMoments one = ExactMoments.ofCount(1);
    LocalDate firstDay = day(first.time());
    addUntilSwitch(rows, RowKey.EXPOSURES, List.of(new Step(firstDay, one)));
    switched.ifPresent(time -> MetricRows.add(rows, key(RowKey.SWITCHERS, day(time)), one));
    firstMismatch().ifPresent(time -> MetricRows.add(rows, key(RowKey.MISMATCHES, day(time)), one));
    for (MetricDefinition metric : experiment.metrics()) {
      addUntilSwitch(rows, metric.key(), steps(metric));
    }
  }

  /** The cumulative moments from the end of {@code day} on. */
  private record Step(LocalDate day, ExactMoments cumulative) {}

  /**
   * Adds the increments of the steps before the day of the switch, and on that day their undoing.
   */
  private void addUntilSwitch(Map<RowKey, ExactMoments> rows, String metric, List<Step> steps) {
    ExactMoments before = ExactMoments.ZERO;
    for (Step step : steps) {
      if (switched.isPresent() && !step.day.isBefore(day(switched.get()))) {
        break;
      }
      addIncrement(rows, metric, step.day, before, step.cumulative);
      before = step.cumulative;
    }
    if (switched.isPresent()) {
      addIncrement(rows, metric, day(switched.get()), before, ExactMoments.ZERO);
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

  private List<Step> steps(MetricDefinition metric) {
    List<MetricEvent> counted = counted(metric);
    long covariate = covariate(metric);
    List<Step> steps = new ArrayList<>();
    LocalDate day = day(first.time());
    long sum = 0;
    int events = 0;
    for (MetricEvent event : counted) {
      LocalDate eventDay = day(event.time());
      if (!eventDay.equals(day)) {
        steps.add(new Step(day, moments(metric.kind(), sum, events, covariate)));
        day = eventDay;
      }
      sum = Math.addExact(sum, event.millionths());
      events++;
    }
    steps.add(new Step(day, moments(metric.kind(), sum, events, covariate)));
    return steps;
  }

  private static ExactMoments moments(
      MetricDefinition.Kind kind, long sum, int events, long covariate) {
    return switch (kind) {
      case CONVERSION -> ExactMoments.ofUnit(events > 0 ? ONE : 0, 0, covariate);
      case REVENUE -> ExactMoments.ofUnit(sum, 0, covariate);
      case COUNT -> ExactMoments.ofUnit(events * ONE, 0, covariate);
      case LATENCY -> ExactMoments.ofUnit(sum, events * ONE, covariate);
    };
  }

  private long covariate(MetricDefinition metric) {
    Instant from = first.time().minus(metric.lookback());
    long sum = 0;
    int count = 0;
    for (MetricEvent event : events) {
      if (event.metric().equals(metric.key())
          && event.time().isBefore(first.time())
          && !event.time().isBefore(from)) {
        sum = Math.addExact(sum, event.millionths());
        count++;
      }
    }
    return switch (metric.kind()) {
      case CONVERSION -> count > 0 ? ONE : 0;
      case COUNT -> count * ONE;
      case REVENUE, LATENCY -> sum;
    };
  }

  private List<MetricEvent> counted(MetricDefinition metric) {
    return events.stream()
        .filter(event -> counts(metric, first.time(), event))
        .sorted(Comparator.comparing(MetricEvent::time))
        .toList();
  }

  /** Whether an event is within the window, or the lookback, of an exposure at {@code exposed}. */
  static boolean matters(MetricDefinition metric, Instant exposed, MetricEvent event) {
    return counts(metric, exposed, event)
        || event.metric().equals(metric.key())
            && event.time().isBefore(exposed)
            && !event.time().isBefore(exposed.minus(metric.lookback()));
  }

  /** Whether an event is within the window after an exposure at {@code exposed}. */
  static boolean counts(MetricDefinition metric, Instant exposed, MetricEvent event) {
    Duration after = Duration.between(exposed, event.time());
    return event.metric().equals(metric.key())
        && !after.isNegative()
        && after.compareTo(metric.window()) < 0;
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
