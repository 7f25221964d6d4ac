package io.github.evenlot.jdbc;

import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Values to store, all of the experiment {@code checkout}. */
final class Samples {

  static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private Samples() {}

  static Experiment experiment() {
    return Experiment.builder("checkout").variant("control", 50).variant("green", 50).build();
  }

  /** An experiment with the first ten buckets of the mutex group {@code shop}. */
  static Experiment holdingSlot(String key) {
    return Experiment.builder(key)
        .variant("control", 50)
        .audience(Audience.EVERYONE.withSlot(MutexGroup.of("shop").slot(0, 10)))
        .build();
  }

  /** One row a day, sorted. */
  static List<MetricRow> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("green", i, ExactMoments.ofUnit(i)))
        .toList();
  }

  static MetricRow row(String variant, int day, ExactMoments increment) {
    return new MetricRow(
        new RowKey("checkout", 1, variant, "order", DAY, DAY.plusDays(day)), increment);
  }

  static Look look(int number) {
    return new Look(
        "checkout",
        "order",
        "green",
        number,
        Instant.parse("2026-03-02T08:00:00Z"),
        DAY,
        0.2 * number,
        1.5,
        4.1,
        0.001,
        false);
  }
}
