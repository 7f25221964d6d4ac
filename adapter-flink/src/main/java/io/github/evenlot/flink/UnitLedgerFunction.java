package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.UnitLedger;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each unit's ledger and emits by how much a fact changes which rows. Facts that can't be
 * counted go aside; events that can't matter any more are forgotten.
 */
@SuppressWarnings("NullAway.Init")
final class UnitLedgerFunction extends KeyedProcessFunction<String, Fact, MetricRow>
    implements CheckpointedFunction {

  private static final long serialVersionUID = 1;

  /** A busy unit has one timer for each of these. */
  private static final Duration TIMER_GRAIN = Duration.ofHours(1);

  private final SerializableSupplier<Experiments> experimentsSource;
  private final @Nullable Duration retention;

  private transient Experiments experiments;
  private transient ValueState<UnitLedger> ledgers;
  private transient ListState<Instant> savedHorizon;
  private transient Horizon horizon;
  private transient FactCounters counters;

  UnitLedgerFunction(
      SerializableSupplier<Experiments> experimentsSource, @Nullable Duration retention) {
    this.experimentsSource = experimentsSource;
    this.retention = retention;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    // A union, for units move between tasks when the parallelism changes: the furthest one holds.
    savedHorizon =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("horizon", Types.INSTANT));
    Instant furthest = Instant.MIN;
    for (Instant saved : savedHorizon.get()) {
      furthest = saved.isAfter(furthest) ? saved : furthest;
    }
    horizon = new Horizon(retention, furthest);
  }

  @Override
  public void open(OpenContext context) {
    experiments = experimentsSource.get();
    ledgers = getRuntimeContext().getState(new ValueStateDescriptor<>("ledger", RowTypes.LEDGER));
    counters = new FactCounters(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    savedHorizon.clear();
    savedHorizon.add(horizon.time());
  }

  @Override
  public void processElement(Fact fact, Context context, Collector<MetricRow> out)
      throws Exception {
    horizon.advance(context.timerService().currentWatermark());
    if (fact instanceof Exposure exposure && experiments.find(exposure.experiment()).isEmpty()) {
      reject(fact, "no experiment \"%s\"".formatted(exposure.experiment()), context);
    } else if (fact instanceof MetricEvent event
        && experiments.measuring(event.metric()).isEmpty()) {
      counters.unmeasured();
    } else if (horizon.excludes(fact)) {
      counters.late();
      context.output(SideOutputs.LATE, fact);
    } else {
      count(fact, context, out);
    }
  }

  private void reject(Fact fact, String reason, Context context) {
    counters.rejected();
    context.output(SideOutputs.REJECTED, new RejectedFact(fact, reason));
  }

  private void count(Fact fact, Context context, Collector<MetricRow> out) throws Exception {
    UnitLedger known = ledgers.value();
    UnitLedger ledger = known == null ? new UnitLedger() : known;
    ledger
        .add(fact, experiments)
        .forEach((key, increment) -> out.collect(new MetricRow(key, increment)));
    ledgers.update(ledger);
    if (retention != null && fact instanceof MetricEvent event) {
      context.timerService().registerEventTimeTimer(forgettable(event, retention));
    }
  }

  /** The first full hour at whose watermark the horizon is past the event and every lookback. */
  private long forgettable(MetricEvent event, Duration retained) {
    Duration lookback =
        experiments.measuring(event.metric()).stream()
            .flatMap(experiment -> experiment.metrics().stream())
            .filter(metric -> metric.key().equals(event.metric()))
            .map(MetricDefinition::lookback)
            .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
    long last = event.time().plus(lookback).plus(retained).toEpochMilli();
    return (Math.floorDiv(last, TIMER_GRAIN.toMillis()) + 1) * TIMER_GRAIN.toMillis();
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<MetricRow> out)
      throws Exception {
    horizon.advance(context.timerService().currentWatermark());
    UnitLedger ledger = ledgers.value();
    if (ledger != null) {
      ledger.forget(horizon.time(), experiments);
      ledgers.update(ledger.facts().isEmpty() ? null : ledger);
    }
  }
}
