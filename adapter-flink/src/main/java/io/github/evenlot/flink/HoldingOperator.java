package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;

/**
 * Holds rows back, one value for each key, and lets them go just before the barrier of a checkpoint
 * and at the end of the input. So a checkpoint never finds anything held, and nothing of it is
 * state.
 */
abstract class HoldingOperator<OUT> extends AbstractStreamOperator<OUT>
    implements OneInputStreamOperator<MetricRow, OUT>, BoundedOneInput {

  private static final long serialVersionUID = 1;

  private transient Map<RowKey, ExactMoments> held;
  private transient long lastCheckpoint;
  private transient boolean hasEnded;

  @SuppressWarnings("NullAway.Init")
  HoldingOperator() {}

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    lastCheckpoint = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new HashMap<>();
  }

  final Map<RowKey, ExactMoments> held() {
    return held;
  }

  /** There may be checkpoints after the end of the input, but nothing may be emitted any more. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    lastCheckpoint = checkpoint;
    if (!hasEnded) {
      letGo(checkpoint);
    }
  }

  /** What is left belongs to the checkpoint after the last. */
  @Override
  public void endInput() {
    hasEnded = true;
    letGo(lastCheckpoint + 1);
  }

  /** Lets everything go, as part of {@code checkpoint}. */
  final void letGo(long checkpoint) {
    Map<RowKey, ExactMoments> rows = held;
    held = new HashMap<>();
    emit(rows, checkpoint);
  }

  /** Emits what was held. */
  abstract void emit(Map<RowKey, ExactMoments> rows, long checkpoint);
}
