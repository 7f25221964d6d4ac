package io.github.evenlot.flink;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Rows that wait for their checkpoint to be complete, as a checkpoint holds them. */
final class CommittableSerializer implements SimpleVersionedSerializer<FencedRows> {

  private static final int INITIAL_BYTES = 4096;
  private static final FencedRowsSerializer ROWS = new FencedRowsSerializer();

  @Override
  public int getVersion() {
    return FencedRowsSerializer.FORMAT;
  }

  @Override
  public byte[] serialize(FencedRows rows) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(INITIAL_BYTES);
    ROWS.serialize(rows, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public FencedRows deserialize(int version, byte[] bytes) throws IOException {
    Formats.check("a committable", version, getVersion());
    return ROWS.deserialize(new DataInputDeserializer(bytes));
  }
}
