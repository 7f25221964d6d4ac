package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A row as its key and its moments. */
final class MetricRowSerializer extends ValueSerializer<MetricRow> {

  private static final long serialVersionUID = 1;
  private static final RowKeySerializer KEYS = new RowKeySerializer();
  private static final ExactMomentsSerializer MOMENTS = new ExactMomentsSerializer();

  @Override
  public void serialize(MetricRow row, DataOutputView out) throws IOException {
    KEYS.serialize(row.key(), out);
    MOMENTS.serialize(row.increment(), out);
  }

  @Override
  public MetricRow deserialize(DataInputView in) throws IOException {
    return new MetricRow(KEYS.deserialize(in), MOMENTS.deserialize(in));
  }

  @Override
  public TypeSerializerSnapshot<MetricRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<MetricRow> {
    public Snapshot() {
      super(new MetricRowSerializer());
    }
  }
}
