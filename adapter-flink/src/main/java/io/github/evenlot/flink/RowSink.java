package io.github.evenlot.flink;

import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;

/** Writes rows to the store in two phases: not before their checkpoint is complete. */
final class RowSink implements Sink<FencedRows>, SupportsCommitter<FencedRows> {

  private static final long serialVersionUID = 1;

  private final RowOrigin origin;
  private final long jobEpoch;
  private final SerializableSupplier<MetricRowStore> store;

  RowSink(RowOrigin origin, long jobEpoch, SerializableSupplier<MetricRowStore> store) {
    this.origin = origin;
    this.jobEpoch = jobEpoch;
    this.store = store;
  }

  @Override
  public SinkWriter<FencedRows> createWriter(WriterInitContext context) {
    return new RowWriter();
  }

  @Override
  public Committer<FencedRows> createCommitter(CommitterInitContext context) {
    return new RowCommitter(origin, jobEpoch, store.get());
  }

  @Override
  public SimpleVersionedSerializer<FencedRows> getCommittableSerializer() {
    return new CommittableSerializer();
  }
}
