package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Fenced rows as the format, the fence, the number of rows, and the rows. */
final class FencedRowsSerializer extends ValueSerializer<FencedRows> {

  static final int FORMAT = 1;

  private static final long serialVersionUID = 1;
  private static final MetricRowSerializer ROWS = new MetricRowSerializer();

  @Override
  public void serialize(FencedRows fenced, DataOutputView out) throws IOException {
    out.writeByte(FORMAT);
    out.writeLong(fenced.fence().jobEpoch());
    out.writeLong(fenced.fence().sequence());
    out.writeInt(fenced.rows().size());
    for (MetricRow row : fenced.rows()) {
      ROWS.serialize(row, out);
    }
  }

  @Override
  public FencedRows deserialize(DataInputView in) throws IOException {
    Formats.check("fenced rows", in.readUnsignedByte(), FORMAT);
    Fence fence = new Fence(in.readLong(), in.readLong());
    int count = in.readInt();
    List<MetricRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(ROWS.deserialize(in));
    }
    return new FencedRows(fence, rows);
  }

  @Override
  public TypeSerializerSnapshot<FencedRows> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<FencedRows> {
    public Snapshot() {
      super(new FencedRowsSerializer());
    }
  }
}
