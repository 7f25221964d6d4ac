package io.github.evenlot.laws;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second opinion on the rows: everything as of the end of one day, from scratch, unit by unit, in
 * decimals, from the words of the design and none of the code of {@code metric}.
 */
final class Recount {

  /** What the rows of all event days up to a day add up to. */
  record Total(String experiment, int epoch, String variant, String metric, LocalDate exposureDay) {

    static Total of(RowKey key) {
      return new Total(
          key.experiment(), key.epoch(), key.variant(), key.metric(), key.exposureDay());
    }
  }

  private final Instant end;
  private final Map<Total, ExactMoments> totals = new HashMap<>();

  private Recount(LocalDate day) {
    this.end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Map<Total, ExactMoments> asOf(LocalDate day, List<? extends Fact> facts) {
    Recount recount = new Recount(day);
    Map<UnitId, List<Fact>> byUnit =
        facts.stream()
            .filter(fact -> fact.time().isBefore(recount.end))
            .collect(Collectors.groupingBy(Fact::unit));
    byUnit.values().forEach(recount::addUnit);
    recount.totals.values().removeIf(ExactMoments::isZero);
    return recount.totals;
  }

  private void addUnit(List<Fact> facts) {
    List<MetricEvent> events = distinct(facts);
    for (Experiment experiment : Histories.EXPERIMENTS.all()) {
      List<Exposure> exposures =
          only(Exposure.class, facts)
              .filter(exposure -> exposure.experiment().equals(experiment.key()))
              .sorted(
                  Comparator.comparing(Exposure::time)
                      .thenComparing(Exposure::epoch)
                      .thenComparing(Exposure::variant))
              .toList();
      if (!exposures.isEmpty()) {
        addUnit(experiment, exposures, events);
      }
    }
  }

  private void addUnit(Experiment experiment, List<Exposure> exposures, List<MetricEvent> events) {
    Exposure first = exposures.get(0);
    if (exposures.stream().anyMatch(exposure -> isMismatch(experiment, exposure))) {
      add(first, RowKey.MISMATCHES, ExactMoments.ofCount(1));
    }
    if (exposures.stream().anyMatch(other -> !other.variant().equals(first.variant()))) {
      add(first, RowKey.SWITCHERS, ExactMoments.ofCount(1));
      return;
    }
    add(first, RowKey.EXPOSURES, ExactMoments.ofCount(1));
    experiment.metrics().forEach(metric -> add(first, metric.key(), sums(metric, first, events)));
  }

  private static boolean isMismatch(Experiment experiment, Exposure exposure) {
    Optional<String> own = Assigner.variantIn(experiment, exposure.epoch(), exposure.unit());
    return !own.equals(Optional.of(exposure.variant()));
  }

  private void add(Exposure first, String metric, ExactMoments moments) {
    LocalDate day = LocalDate.ofInstant(first.time(), ZoneOffset.UTC);
    Total total = new Total(first.experiment(), first.epoch(), first.variant(), metric, day);
    totals.merge(total, moments, ExactMoments::plus);
  }

  private static ExactMoments sums(
      MetricDefinition metric, Exposure first, List<MetricEvent> events) {
    Instant shown = first.time();
    List<BigDecimal> after =
        values(metric, events, shown.minusNanos(1), shown.plus(metric.window()).minusNanos(1));
    List<BigDecimal> before =
        values(metric, events, shown.minus(metric.lookback()).minusNanos(1), shown.minusNanos(1));
    BigDecimal y = outcome(metric, after);
    BigDecimal c = outcome(metric, before);
    boolean isRatio = metric.kind() == MetricDefinition.Kind.LATENCY;
    BigDecimal x = BigDecimal.valueOf(isRatio ? after.size() : 0);
    return ExactMoments.of(
        1, y, y.multiply(y), x, x.multiply(x), x.multiply(y), c, c.multiply(c), y.multiply(c));
  }

  /** The values of the events after {@code from} and not after {@code to}. */
  private static List<BigDecimal> values(
      MetricDefinition metric, List<MetricEvent> events, Instant from, Instant to) {
    return events.stream()
        .filter(event -> event.metric().equals(metric.key()))
        .filter(event -> event.time().isAfter(from) && !event.time().isAfter(to))
        .map(MetricEvent::value)
        .toList();
  }

  private static BigDecimal outcome(MetricDefinition metric, List<BigDecimal> values) {
    return switch (metric.kind()) {
      case CONVERSION -> BigDecimal.valueOf(values.isEmpty() ? 0 : 1);
      case COUNT -> BigDecimal.valueOf(values.size());
      case REVENUE, LATENCY -> values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    };
  }

  /** One event for each id: the least by time, metric and value. */
  private static List<MetricEvent> distinct(List<Fact> facts) {
    Comparator<MetricEvent> order =
        Comparator.comparing(MetricEvent::time)
            .thenComparing(MetricEvent::metric)
            .thenComparing(MetricEvent::value);
    return only(MetricEvent.class, facts)
        .collect(Collectors.groupingBy(MetricEvent::id, Collectors.minBy(order)))
        .values()
        .stream()
        .map(Optional::orElseThrow)
        .toList();
  }

  private static <T> Stream<T> only(Class<T> type, List<Fact> facts) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }
}
