package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.statistics.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that belong to one checkpoint, as absolute values.
 *
 * @param fence the job and the checkpoint
 * @param rows no two of them with the same key
 */
record FencedRows(Fence fence, List<MetricRow> rows) {

  /** Saves most of the cost of a record, and keeps it below 100 KB. */
  private static final int ROWS_A_PART = 500;

  FencedRows {
    rows = List.copyOf(rows);
  }

  /** The rows in parts; one without rows if there are none, for the commit is due all the same. */
  static List<FencedRows> of(Fence fence, Map<RowKey, ExactMoments> values) {
    List<MetricRow> rows = new ArrayList<>(values.size());
    values.forEach((key, value) -> rows.add(new MetricRow(key, value)));
    List<FencedRows> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < rows.size(); from += ROWS_A_PART) {
      int to = Math.min(from + ROWS_A_PART, rows.size());
      parts.add(new FencedRows(fence, rows.subList(from, to)));
    }
    return parts;
  }
}
