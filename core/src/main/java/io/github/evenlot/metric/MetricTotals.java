package io.github.evenlot.metric;

import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.event.Millionths;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.internal.Int128;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the events of one metric of one unit add up to: in the lookback before its first exposure,
 * and on each day of the window after it. Takes events in any order.
 */
final class MetricTotals {

  private static final long ONE = Millionths.of(1.0);

  private record Total(long count, Int128 sum) {

    static final Total NONE = new Total(0, Int128.ZERO);

    static Total of(MetricEvent event) {
      return new Total(1, Int128.of(event.millionths()));
    }

    Total plus(Total other) {
      return new Total(count + other.count, sum.plus(other.sum));
    }

    /** Its square has to fit into 128 bits, so a sum that no unit can honestly have is cut. */
    long boundedSum() {
      return sum.boundedBy(Millionths.MAX_MILLIONTHS);
    }
  }

  private final MetricDefinition metric;
  private final Instant exposed;
  private final SortedMap<LocalDate, Total> days = new TreeMap<>();
  private Total before = Total.NONE;

  MetricTotals(MetricDefinition metric, Instant exposed) {
    this.metric = metric;
    this.exposed = exposed;
    days.put(day(exposed), Total.NONE);
  }

  void add(MetricEvent event) {
    if (counts(metric, exposed, event)) {
      days.merge(day(event.time()), Total.of(event), Total::plus);
    } else if (precedes(metric, exposed, event)) {
      before = before.plus(Total.of(event));
    }
  }

  /** The unit's moments as of the end of each day on which they may have changed. */
  SortedMap<LocalDate, ExactMoments> asOfDays() {
    SortedMap<LocalDate, ExactMoments> moments = new TreeMap<>();
    Total total = Total.NONE;
    for (var day : days.entrySet()) {
      total = total.plus(day.getValue());
      moments.put(day.getKey(), moments(total));
    }
    return moments;
  }

  private ExactMoments moments(Total total) {
    long x = metric.kind() == MetricDefinition.Kind.LATENCY ? total.count * ONE : 0;
    return ExactMoments.ofUnit(value(total), x, value(before));
  }

  private long value(Total total) {
    return switch (metric.kind()) {
      case CONVERSION -> total.count > 0 ? ONE : 0;
      case COUNT -> total.count * ONE;
      case REVENUE, LATENCY -> total.boundedSum();
    };
  }

  /** Whether an event is within the window, or the lookback, of an exposure at {@code exposed}. */
  static boolean matters(MetricDefinition metric, Instant exposed, MetricEvent event) {
    return counts(metric, exposed, event) || precedes(metric, exposed, event);
  }

  private static boolean counts(MetricDefinition metric, Instant exposed, MetricEvent event) {
    Duration after = Duration.between(exposed, event.time());
    return event.metric().equals(metric.key())
        && !after.isNegative()
        && after.compareTo(metric.window()) < 0;
  }

  private static boolean precedes(MetricDefinition metric, Instant exposed, MetricEvent event) {
    return event.metric().equals(metric.key())
        && event.time().isBefore(exposed)
        && isWithin(metric.lookback(), event, exposed);
  }

  /** Whether an event that is before {@code end} is within a lookback that ends there. */
  static boolean isWithin(Duration lookback, MetricEvent event, Instant end) {
    return Duration.between(event.time(), end).compareTo(lookback) <= 0;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
