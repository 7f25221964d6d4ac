package io.github.evenlot.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A rejected fact as the fact and the reason. */
final class RejectedFactSerializer extends ValueSerializer<RejectedFact> {

  private static final long serialVersionUID = 1;
  private static final FactSerializer FACTS = new FactSerializer();

  @Override
  public void serialize(RejectedFact rejected, DataOutputView out) throws IOException {
    FACTS.serialize(rejected.fact(), out);
    Formats.writeText(rejected.reason(), out);
  }

  @Override
  public RejectedFact deserialize(DataInputView in) throws IOException {
    return new RejectedFact(FACTS.deserialize(in), Formats.readText(in));
  }

  @Override
  public TypeSerializerSnapshot<RejectedFact> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<RejectedFact> {
    public Snapshot() {
      super(new RejectedFactSerializer());
    }
  }
}
