package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Holds rows back, one value for each key, and lets them go just before the barrier of a checkpoint
 * and at the end of the input. So a checkpoint never finds anything held, and there is no state to
 * keep.
 */
abstract class HoldingOperator<OUT> extends AbstractStreamOperator<OUT>
    implements OneInputStreamOperator<MetricRow, OUT>, BoundedOneInput {

  private static final long serialVersionUID = 1;

  private transient Map<RowKey, ExactMoments> held;

  @SuppressWarnings("NullAway.Init")
  HoldingOperator() {}

  @Override
  public void open() throws Exception {
    super.open();
    held = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<MetricRow> element) {
    hold(held, element.getValue());
  }

  /** Puts {@code row} to what is held. */
  abstract void hold(Map<RowKey, ExactMoments> held, MetricRow row);

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    letGo(checkpoint);
  }

  /** Lets everything go, as part of {@code checkpoint}. */
  final void letGo(long checkpoint) {
    emit(held, checkpoint);
    held.clear();
  }

  /** Emits what is held. */
  abstract void emit(Map<RowKey, ExactMoments> held, long checkpoint);
}
