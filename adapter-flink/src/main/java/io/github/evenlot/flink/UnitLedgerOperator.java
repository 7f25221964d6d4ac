package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.UnitLedger;
import java.time.Duration;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.function.SerializableSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each unit's ledger and emits by how much a fact changes which rows. Facts that can't be
 * counted go aside; events that can't matter any more are forgotten.
 */
@SuppressWarnings("NullAway.Init")
final class UnitLedgerOperator extends AbstractStreamOperator<MetricRow>
    implements OneInputStreamOperator<Fact, MetricRow>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1;

  private final SerializableSupplier<Experiments> experimentsSource;
  private final @Nullable Duration retention;

  private transient Experiments experiments;
  private transient FactCounters counters;
  private transient Horizon horizon;
  private transient ValueState<UnitLedger> ledgers;
  private transient InternalTimerService<VoidNamespace> timers;

  /**
   * @param retention none if facts are counted however old they are
   */
  UnitLedgerOperator(
      SerializableSupplier<Experiments> experimentsSource, @Nullable Duration retention) {
    this.experimentsSource = experimentsSource;
    this.retention = retention;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ledgers =
        context
            .getKeyedStateStore()
            .getState(new ValueStateDescriptor<>("ledger", RowTypes.LEDGER));
    horizon = Horizon.restored(retention, context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    experiments = experimentsSource.get();
    counters = new FactCounters(getMetricGroup());
    timers = getInternalTimerService("forget", VoidNamespaceSerializer.INSTANCE, this);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    horizon.save();
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    horizon.advance(mark);
    super.processWatermark(mark);
  }

  @Override
  public void processElement(StreamRecord<Fact> element) throws Exception {
    Fact fact = element.getValue();
    if (fact instanceof Exposure exposure && isUnknown(exposure)) {
      reject(fact, "no experiment \"%s\"".formatted(exposure.experiment()));
    } else if (fact instanceof MetricEvent event && isUnmeasured(event)) {
      counters.unmeasured();
    } else if (horizon.excludes(fact)) {
      counters.late();
      output.collect(SideOutputs.LATE, element);
    } else {
      count(fact);
    }
  }

  private boolean isUnknown(Exposure exposure) {
    return experiments.find(exposure.experiment()).isEmpty();
  }

  private boolean isUnmeasured(MetricEvent event) {
    return experiments.measuring(event.metric()).isEmpty();
  }

  private void reject(Fact fact, String reason) {
    counters.rejected();
    output.collect(SideOutputs.REJECTED, new StreamRecord<>(new RejectedFact(fact, reason)));
  }

  private void count(Fact fact) throws Exception {
    UnitLedger known = ledgers.value();
    UnitLedger ledger = known == null ? new UnitLedger() : known;
    ledger
        .add(fact, experiments)
        .forEach((key, change) -> output.collect(new StreamRecord<>(new MetricRow(key, change))));
    ledgers.update(ledger);
    forgetLater(fact);
  }

  private void forgetLater(Fact fact) {
    if (retention != null && fact instanceof MetricEvent event) {
      timers.registerEventTimeTimer(
          VoidNamespace.INSTANCE, Forgetting.time(event, retention, experiments));
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    UnitLedger ledger = ledgers.value();
    if (ledger != null) {
      ledger.forget(horizon.time(), experiments);
      ledgers.update(ledger.facts().isEmpty() ? null : ledger);
    }
  }

  /** No such timers are set. */
  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {}
}
