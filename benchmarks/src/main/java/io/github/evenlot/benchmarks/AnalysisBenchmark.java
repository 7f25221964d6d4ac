package io.github.evenlot.benchmarks;

import io.github.evenlot.analysis.AnalysisReport;
import io.github.evenlot.analysis.ExperimentAnalysis;
import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.memory.InMemoryLookJournal;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One whole report of 50 metrics, 4 arms and 28 days: of conversions, revenues with a covariate,
 * counts and latencies, one primary, nine guardrails, the rest secondary. The rows are at hand, as
 * after a query. The bare limit is adding the same rows up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AnalysisBenchmark extends SteadyHeap {

  private static final int METRICS = 50;
  private static final int GUARDRAILS = 9;
  private static final int ARMS = 4;
  private static final int DAYS = 28;
  private static final long UNITS_A_DAY = 1000;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  /** Rows of an arm and metric: one for each exposure day, or for each later event day as well. */
  @Param({"28", "406"})
  private int rowsOfArm;

  private Experiment experiment;
  private List<MetricRow> rows;

  @Setup
  public void setUp() {
    experiment = experiment();
    rows = new ArrayList<>();
    for (int arm = 0; arm < ARMS; arm++) {
      for (int day = 0; day < DAYS; day++) {
        rows.add(row(arm, RowKey.EXPOSURES, day, day, ExactMoments.ofCount(UNITS_A_DAY)));
        for (MetricDefinition metric : experiment.metrics()) {
          addRows(arm, metric, day);
        }
      }
    }
  }

  private static Experiment experiment() {
    Experiment.Builder builder =
        Experiment.builder("checkout").plan(AnalysisPlan.ofUnits(2 * ARMS * DAYS * UNITS_A_DAY));
    for (int arm = 0; arm < ARMS; arm++) {
      builder.variant("arm-" + arm, 100.0 / ARMS);
    }
    for (int metric = 0; metric < METRICS; metric++) {
      builder.metric(metric(metric));
    }
    return builder.build();
  }

  private static MetricDefinition metric(int number) {
    Kind[] kinds = Kind.values();
    MetricDefinition metric =
        MetricDefinition.of("metric-" + number, kinds[number % kinds.length])
            .withLookback(number % 8 == 1 ? Duration.ofDays(7) : Duration.ZERO);
    if (number == 0) {
      return metric;
    }
    return metric.with(number <= GUARDRAILS ? Role.GUARDRAIL : Role.SECONDARY);
  }

  private void addRows(int arm, MetricDefinition metric, int day) {
    ExactMoments moments = ExactMoments.ZERO;
    for (int unit = 0; unit < UNITS_A_DAY; unit++) {
      int noise = (unit * 31 + arm * 17 + day * 7) % 20;
      moments = moments.plus(moments(metric.kind(), noise));
    }
    rows.add(row(arm, metric.key(), day, day, moments));
    if (rowsOfArm > DAYS) {
      for (int later = day + 1; later < DAYS; later++) {
        rows.add(row(arm, metric.key(), day, later, increment(metric.kind())));
      }
    }
  }

  private static ExactMoments moments(Kind kind, int noise) {
    return kind == Kind.CONVERSION
        ? ExactMoments.ofUnit(noise == 0 ? 1_000_000 : 0)
        : ExactMoments.ofUnit(
            noise * 1_234_567L, (1 + noise % 3) * 1_000_000L, noise % 7 * 1_000_000L);
  }

  /** One more unit converts, or spends more. */
  private static ExactMoments increment(Kind kind) {
    return moments(kind, 0).minus(moments(kind, 1));
  }

  private static MetricRow row(
      int arm, String metric, int exposureDay, int eventDay, ExactMoments increment) {
    return new MetricRow(
        new RowKey(
            "checkout",
            1,
            "arm-" + arm,
            metric,
            FIRST.plusDays(exposureDay),
            FIRST.plusDays(eventDay)),
        increment);
  }

  @Benchmark
  public AnalysisReport analyse() {
    return new ExperimentAnalysis(
            new AtHand(rows),
            RowOrigin.BATCH,
            new InMemoryLookJournal(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .look(experiment, FIRST.plusDays(DAYS));
  }

  @Benchmark
  public ExactMoments addUp() {
    ExactMoments sum = ExactMoments.ZERO;
    for (MetricRow row : rows) {
      sum = sum.plus(row.increment());
    }
    return sum;
  }

  private record AtHand(List<MetricRow> rows) implements MetricRowStore {

    @Override
    public List<MetricRow> find(RowOrigin origin, String experiment) {
      return rows;
    }

    @Override
    public long nextJobEpoch(RowOrigin origin) {
      throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> written) {
      throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    public int removeBefore(RowOrigin origin, long jobEpoch) {
      throw new UnsupportedOperationException("nothing is written here");
    }
  }
}
