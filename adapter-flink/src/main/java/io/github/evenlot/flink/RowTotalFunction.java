package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Sums each row up and emits its total after every change, a total of zero too. */
final class RowTotalFunction extends KeyedProcessFunction<RowKey, MetricRow, MetricRow> {

  private static final long serialVersionUID = 1;

  private transient ValueState<ExactMoments> totals;

  @SuppressWarnings("NullAway.Init")
  RowTotalFunction() {}

  @Override
  public void open(OpenContext context) {
    totals = getRuntimeContext().getState(new ValueStateDescriptor<>("total", RowTypes.MOMENTS));
  }

  @Override
  public void processElement(MetricRow change, Context context, Collector<MetricRow> out)
      throws Exception {
    ExactMoments before = totals.value();
    ExactMoments total = before == null ? change.increment() : before.plus(change.increment());
    totals.update(total.isZero() ? null : total);
    out.collect(new MetricRow(change.key(), total));
  }
}
