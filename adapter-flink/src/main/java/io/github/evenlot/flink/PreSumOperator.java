package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums up the changes of rows before they go over the network. However many units change a row,
 * every task sends it once a checkpoint, so the row of a large experiment is no hot spot.
 */
final class PreSumOperator extends HoldingOperator<MetricRow> {

  private static final long serialVersionUID = 1;

  private final int capacity;

  /**
   * @param capacity the number of rows held beyond which they are let go early
   */
  PreSumOperator(int capacity) {
    this.capacity = capacity;
  }

  @Override
  void hold(Map<RowKey, ExactMoments> held, MetricRow row) {
    held.merge(row.key(), row.increment(), ExactMoments::plus);
    if (held.size() >= capacity) {
      emit(held, 0);
      held.clear();
    }
  }

  @Override
  void emit(Map<RowKey, ExactMoments> held, long checkpoint) {
    held.forEach(
        (key, sum) -> {
          if (!sum.isZero()) {
            output.collect(new StreamRecord<>(new MetricRow(key, sum)));
          }
        });
  }

  @Override
  public void endInput() {
    letGo(0);
  }
}
