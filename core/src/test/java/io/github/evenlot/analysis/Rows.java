package io.github.evenlot.analysis;

import io.github.evenlot.memory.InMemoryLookJournal;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.memory.SettableClock;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rows of an experiment as a batch job would have written them, and the looks taken at them. */
final class Rows {

  static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private final String experiment;
  private final InMemoryMetricRowStore store = new InMemoryMetricRowStore();
  private final InMemoryLookJournal journal = new InMemoryLookJournal();
  private long sequence;

  Rows(String experiment) {
    this.experiment = experiment;
  }

  ExperimentAnalysis analysis() {
    return new ExperimentAnalysis(store, RowOrigin.BATCH, journal, new SettableClock(NOW));
  }

  InMemoryLookJournal journal() {
    return journal;
  }

  Rows units(int epoch, String arm, LocalDate day, long units) {
    return units(epoch, arm, RowKey.EXPOSURES, day, units);
  }

  Rows units(int epoch, String arm, String metric, LocalDate day, long units) {
    return row(epoch, arm, metric, day, ExactMoments.ofCount(units));
  }

  Rows sums(int epoch, String arm, String metric, LocalDate day, long n, long sum, long squares) {
    BigDecimal zero = BigDecimal.ZERO;
    return row(
        epoch,
        arm,
        metric,
        day,
        ExactMoments.of(
            n,
            BigDecimal.valueOf(sum),
            BigDecimal.valueOf(squares),
            zero,
            zero,
            zero,
            zero,
            zero,
            zero));
  }

  Rows row(int epoch, String arm, String metric, LocalDate day, ExactMoments moments) {
    RowKey key = new RowKey(experiment, epoch, arm, metric, day, day);
    store.upsert(RowOrigin.BATCH, new Fence(1, ++sequence), List.of(new MetricRow(key, moments)));
    return this;
  }
}
