package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/**
 * From a stream of facts to rows in a store: the streaming job and the batch job, which differ in
 * the origin they write under and in that only the former leaves old facts out. An immutable
 * configuration; {@link #attachTo} builds the operators.
 *
 * <p>The store holds at all times what some complete checkpoint had counted, every fact once: rows
 * are written when their checkpoint is complete, under the fence (job epoch, checkpoint). With its
 * first checkpoint a job replaces all that older jobs of its origin wrote, and shuts them out.
 */
public final class MetricRowPipeline {

  /** As long as facts are usually on their way at most. */
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

  /** About 50 MB of rows in each task. */
  private static final int PRE_SUM_CAPACITY = 100_000;

  private final RowOrigin origin;
  private final long jobEpoch;
  private final SerializableSupplier<Experiments> experiments;
  private final SerializableSupplier<MetricRowStore> store;
  private final @Nullable Duration retention;

  private MetricRowPipeline(
      RowOrigin origin,
      long jobEpoch,
      SerializableSupplier<Experiments> experiments,
      SerializableSupplier<MetricRowStore> store,
      @Nullable Duration retention) {
    this.origin = origin;
    this.jobEpoch = jobEpoch;
    this.experiments = Objects.requireNonNull(experiments, "experiments");
    this.store = Objects.requireNonNull(store, "store");
    this.retention = retention;
    if (jobEpoch < 1) {
      throw new IllegalArgumentException("jobEpoch " + jobEpoch + " is below 1");
    }
  }

  /**
   * The streaming job, with a retention of seven days.
   *
   * @param jobEpoch from {@link MetricRowStore#nextJobEpoch}, a new one for every submission
   * @param experiments what is counted, the same in every task and after every restart; best an
   *     {@link ExperimentsSnapshot}
   * @param store opens the store in the one task that writes; if it is {@link AutoCloseable} it is
   *     closed with the task
   * @throws IllegalArgumentException if {@code jobEpoch} is below 1
   */
  public static MetricRowPipeline stream(
      long jobEpoch,
      SerializableSupplier<Experiments> experiments,
      SerializableSupplier<MetricRowStore> store) {
    return new MetricRowPipeline(RowOrigin.STREAM, jobEpoch, experiments, store, DEFAULT_RETENTION);
  }

  /**
   * The batch job, which counts every fact however old and writes when it has counted the last.
   *
   * @param jobEpoch as for {@link #stream}
   * @param experiments as for {@link #stream}
   * @param store as for {@link #stream}
   * @throws IllegalArgumentException if {@code jobEpoch} is below 1
   */
  public static MetricRowPipeline batch(
      long jobEpoch,
      SerializableSupplier<Experiments> experiments,
      SerializableSupplier<MetricRowStore> store) {
    return new MetricRowPipeline(RowOrigin.BATCH, jobEpoch, experiments, store, null);
  }

  /**
   * How far behind the watermark a fact may be and still be counted; events that can't matter any
   * more are dropped from the state then.
   *
   * @throws IllegalArgumentException if it is negative
   * @throws IllegalStateException if this is a batch job, which counts all facts
   */
  public MetricRowPipeline withRetention(Duration newRetention) {
    if (origin == RowOrigin.BATCH) {
      throw new IllegalStateException("a batch job has no retention: it counts all facts");
    }
    if (newRetention.isNegative()) {
      throw new IllegalArgumentException("retention %s is negative".formatted(newRetention));
    }
    return new MetricRowPipeline(origin, jobEpoch, experiments, store, newRetention);
  }

  /** Both kinds of facts in one stream. */
  public static DataStream<Fact> facts(
      DataStream<Exposure> exposures, DataStream<MetricEvent> events) {
    return exposures
        .map(exposure -> (Fact) exposure)
        .returns(FactTypes.FACT)
        .union(events.map(event -> (Fact) event).returns(FactTypes.FACT));
  }

  /**
   * Builds the operators and the sink behind {@code facts}, which carries its watermarks and is of
   * {@link FactTypes#FACT}.
   *
   * @return what is not counted
   * @throws IllegalArgumentException if {@code facts} is of another type
   * @throws IllegalStateException if the environment's checkpoints can't make the rows exact
   */
  public SideOutputs attachTo(DataStream<Fact> facts) {
    requireFactType(facts);
    Checkpointing.check(facts.getExecutionEnvironment(), origin);
    SingleOutputStreamOperator<MetricRow> changes = unitLedgers(facts);
    write(totals(preSum(changes)));
    return SideOutputs.of(changes);
  }

  private static void requireFactType(DataStream<Fact> facts) {
    if (!facts.getType().equals(FactTypes.FACT)) {
      throw new IllegalArgumentException(
          "the facts are of type %s, not FactTypes.FACT: call returns(FactTypes.FACT)"
              .formatted(facts.getType()));
    }
  }

  private SingleOutputStreamOperator<MetricRow> unitLedgers(DataStream<Fact> facts) {
    return facts
        .keyBy(fact -> fact.unit().value(), Types.STRING)
        .transform("unit ledgers", RowTypes.ROW, new UnitLedgerOperator(experiments, retention))
        .uid("evenlot-unit-ledgers");
  }

  private static DataStream<MetricRow> preSum(DataStream<MetricRow> changes) {
    return changes
        .transform("pre-sums", RowTypes.ROW, new PreSumOperator(PRE_SUM_CAPACITY))
        .uid("evenlot-pre-sums");
  }

  private DataStream<FencedRows> totals(DataStream<MetricRow> changes) {
    return changes
        .keyBy(MetricRow::key, RowTypes.KEY)
        .transform("row totals", RowTypes.FENCED_ROWS, new RowTotalsOperator(jobEpoch))
        .uid("evenlot-row-totals");
  }

  /** By one task, so that the rows of a checkpoint are one transaction. */
  private void write(DataStream<FencedRows> rows) {
    rows.sinkTo(new RowSink(origin, jobEpoch, store))
        .setParallelism(1)
        .name("rows")
        .uid("evenlot-rows");
  }
}
