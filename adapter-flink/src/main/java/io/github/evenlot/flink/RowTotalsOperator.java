package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.statistics.ExactMoments;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums each row up, and lets the totals that changed go with the next checkpoint, under its fence.
 * A total of zero goes too, or the store would keep the old one.
 *
 * <p>After a restart every row counts as changed. So the store becomes what the state is, whatever
 * happened to it meanwhile, and what older jobs left can be told from it and removed.
 */
final class RowTotalsOperator extends HoldingOperator<FencedRows> {

  private static final long serialVersionUID = 1;

  private final long jobEpoch;
  private transient ValueState<ExactMoments> totals;
  private transient boolean isRestored;

  @SuppressWarnings("NullAway.Init")
  RowTotalsOperator(long jobEpoch) {
    this.jobEpoch = jobEpoch;
  }

  private static ValueStateDescriptor<ExactMoments> total() {
    return new ValueStateDescriptor<>("total", RowTypes.MOMENTS);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    totals = context.getKeyedStateStore().getState(total());
    isRestored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    if (isRestored) {
      this.<RowKey>getKeyedStateBackend()
          .applyToAllKeys(
              VoidNamespace.INSTANCE,
              VoidNamespaceSerializer.INSTANCE,
              total(),
              (key, total) -> held().put(key, total.value()));
    }
  }

  @Override
  public void processElement(StreamRecord<MetricRow> element) throws Exception {
    MetricRow change = element.getValue();
    ExactMoments before = totals.value();
    ExactMoments total =
        RowSums.plus(change.key(), before == null ? ExactMoments.ZERO : before, change.increment());
    totals.update(total.isZero() ? null : total);
    held().put(change.key(), total);
  }

  @Override
  void emit(Map<RowKey, ExactMoments> rows, long checkpoint) {
    FencedRows.of(new Fence(jobEpoch, checkpoint), rows)
        .forEach(part -> output.collect(new StreamRecord<>(part)));
  }
}
