package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import java.util.List;

/**
 * Rows that belong to one checkpoint, as absolute values.
 *
 * @param fence the job and the checkpoint
 * @param rows no two of them with the same key
 */
record FencedRows(Fence fence, List<MetricRow> rows) {

  FencedRows {
    rows = List.copyOf(rows);
  }
}
