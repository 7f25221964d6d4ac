package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.statistics.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Emits the latest totals of the rows that changed since the last checkpoint, under the fence of
 * the next one. What the end of the input lets go belongs to the checkpoint after the last.
 */
final class FenceOperator extends HoldingOperator<FencedRows> {

  private static final long serialVersionUID = 1;

  /** Keeps a record well below the size of a network buffer's fair share. */
  private static final int ROWS_A_RECORD = 500;

  private final long jobEpoch;
  private transient long lastCheckpoint;

  FenceOperator(long jobEpoch) {
    this.jobEpoch = jobEpoch;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    lastCheckpoint = context.getRestoredCheckpointId().orElse(0);
  }

  @Override
  void hold(Map<RowKey, ExactMoments> held, MetricRow row) {
    held.put(row.key(), row.increment());
  }

  @Override
  void emit(Map<RowKey, ExactMoments> held, long checkpoint) {
    lastCheckpoint = checkpoint;
    Fence fence = new Fence(jobEpoch, checkpoint);
    List<MetricRow> rows = new ArrayList<>(ROWS_A_RECORD);
    for (Map.Entry<RowKey, ExactMoments> row : held.entrySet()) {
      rows.add(new MetricRow(row.getKey(), row.getValue()));
      if (rows.size() == ROWS_A_RECORD) {
        emit(fence, rows);
      }
    }
    emit(fence, rows);
  }

  private void emit(Fence fence, List<MetricRow> rows) {
    if (!rows.isEmpty()) {
      output.collect(new StreamRecord<>(new FencedRows(fence, rows)));
      rows.clear();
    }
  }

  @Override
  public void endInput() {
    letGo(lastCheckpoint + 1);
  }
}
