package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** An exposure in the bytes of a fact. */
final class ExposureSerializer extends ValueSerializer<Exposure> {

  private static final long serialVersionUID = 1;
  private static final FactSerializer FACTS = new FactSerializer();

  @Override
  public void serialize(Exposure exposure, DataOutputView out) throws IOException {
    FACTS.serialize(exposure, out);
  }

  @Override
  public Exposure deserialize(DataInputView in) throws IOException {
    return (Exposure) FACTS.deserialize(in);
  }

  @Override
  public TypeSerializerSnapshot<Exposure> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<Exposure> {
    public Snapshot() {
      super(new ExposureSerializer());
    }
  }
}
