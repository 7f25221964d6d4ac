package io.github.evenlot.metric;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Short ways to say what happened to one unit, and what became of it. */
final class Facts {

  static final UnitId UNIT = UnitId.of("alice");
  static final LocalDate DAY_1 = LocalDate.parse("2026-03-01");

  private Facts() {}

  /** A time on a day of the tests, as {@code at(1, "12:00")}. */
  static Instant at(int day, String time) {
    return Instant.parse("2026-03-%02dT%s:00Z".formatted(day, time));
  }

  /** The variant that the unit is truly assigned to. */
  static String own(Experiment experiment) {
    return Assigner.variantIn(experiment, 1, UNIT).orElseThrow();
  }

  /** The first variant that the unit is not assigned to. */
  static String other(Experiment experiment) {
    return experiment.variants().stream()
        .map(variant -> variant.id())
        .filter(id -> !id.equals(own(experiment)))
        .findFirst()
        .orElseThrow();
  }

  static Exposure exposure(Experiment experiment, Instant time) {
    return new Exposure(experiment.key(), UNIT, own(experiment), 1, time);
  }

  static MetricEvent event(String id, String metric, String value, Instant time) {
    return MetricEvent.of(id, UNIT, metric, new BigDecimal(value), time);
  }

  /** The rows after these facts, sorted; the sum of all changes. */
  static Map<RowKey, ExactMoments> rows(Experiments experiments, Fact... facts) {
    UnitLedger ledger = new UnitLedger();
    Map<RowKey, ExactMoments> rows = new TreeMap<>();
    for (Fact fact : facts) {
      MetricRows.addTo(rows, ledger.add(fact, experiments));
    }
    return rows;
  }

  /** The key of a row of a unit that was first exposed to its own variant on day 1. */
  static RowKey key(Experiment experiment, String metric, int eventDay) {
    return new RowKey(
        experiment.key(), 1, own(experiment), metric, DAY_1, DAY_1.withDayOfMonth(eventDay));
  }

  static ExactMoments unit(String y) {
    return unit(y, "0", "0");
  }

  static ExactMoments unit(String y, String x, String c) {
    return ExactMoments.ofUnit(millionths(y), millionths(x), millionths(c));
  }

  private static long millionths(String value) {
    return new BigDecimal(value).movePointRight(6).longValueExact();
  }
}
