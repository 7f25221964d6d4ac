package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Committer;

/**
 * The second phase: the rows of a complete checkpoint go to the store, all that have the same fence
 * in one write, older fences first. It may come again after a failure; the fence makes that
 * harmless.
 *
 * <p>With the first checkpoint of its own the job has written all that it has, so what older jobs
 * wrote and it did not is about facts that are no more, and is removed.
 */
final class RowCommitter implements Committer<FencedRows> {

  private final RowOrigin origin;
  private final long jobEpoch;
  private final MetricRowStore store;
  private boolean replacedOlderJobs;

  RowCommitter(RowOrigin origin, long jobEpoch, MetricRowStore store) {
    this.origin = origin;
    this.jobEpoch = jobEpoch;
    this.store = store;
  }

  @Override
  public void commit(Collection<CommitRequest<FencedRows>> requests) {
    SortedMap<Fence, List<MetricRow>> rows = new TreeMap<>();
    for (CommitRequest<FencedRows> request : requests) {
      FencedRows fenced = request.getCommittable();
      rows.computeIfAbsent(fenced.fence(), any -> new ArrayList<>()).addAll(fenced.rows());
    }
    rows.forEach(this::write);
  }

  private void write(Fence fence, List<MetricRow> rows) {
    if (!rows.isEmpty()) {
      store.upsert(origin, fence, rows);
    }
    // Rows that were still to be committed in a savepoint have the fence of an older job.
    if (!replacedOlderJobs && fence.jobEpoch() == jobEpoch) {
      store.removeBefore(origin, jobEpoch);
      replacedOlderJobs = true;
    }
  }

  @Override
  public void close() throws Exception {
    if (store instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
