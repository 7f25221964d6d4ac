package io.github.evenlot.flink;

import io.github.evenlot.metric.RowKey;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A row's key. Backends find state by these bytes, so equal keys must have equal bytes for ever:
 * the format has no version and can't change.
 */
final class RowKeySerializer extends ValueSerializer<RowKey> {

  private static final long serialVersionUID = 1;

  @Override
  public void serialize(RowKey key, DataOutputView out) throws IOException {
    Formats.writeText(key.experiment(), out);
    out.writeInt(key.epoch());
    Formats.writeText(key.variant(), out);
    Formats.writeText(key.metric(), out);
    Formats.writeDay(key.exposureDay(), out);
    Formats.writeDay(key.eventDay(), out);
  }

  @Override
  public RowKey deserialize(DataInputView in) throws IOException {
    String experiment = Formats.readText(in);
    int epoch = in.readInt();
    String variant = Formats.readText(in);
    String metric = Formats.readText(in);
    return new RowKey(experiment, epoch, variant, metric, Formats.readDay(in), Formats.readDay(in));
  }

  @Override
  public TypeSerializerSnapshot<RowKey> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<RowKey> {
    public Snapshot() {
      super(new RowKeySerializer());
    }
  }
}
