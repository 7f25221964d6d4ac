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
   * @param capacity the number of rows at which they are let go early
   */
  PreSumOperator(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void processElement(StreamRecord<MetricRow> element) {
    MetricRow change = element.getValue();
    held().merge(change.key(), change.increment(), (a, b) -> RowSums.plus(change.key(), a, b));
    if (held().size() >= capacity) {
      letGo(0);
    }
  }

  /** The checkpoint does not matter here: there is one more sum to come. */
  @Override
  void emit(Map<RowKey, ExactMoments> rows, long checkpoint) {
    rows.forEach(
        (key, sum) -> {
          if (!sum.isZero()) {
            output.collect(new StreamRecord<>(new MetricRow(key, sum)));
          }
        });
  }
}
