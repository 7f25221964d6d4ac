package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A fact as a tag, which says its kind and format, the unit, and the rest. */
final class FactSerializer extends ValueSerializer<Fact> {

  private static final long serialVersionUID = 1;
  private static final int EXPOSURE_1 = 1;
  private static final int EVENT_1 = 2;

  @Override
  public void serialize(Fact fact, DataOutputView out) throws IOException {
    out.writeByte(fact instanceof Exposure ? EXPOSURE_1 : EVENT_1);
    FactFormat.writeUnit(fact, out);
    if (fact instanceof Exposure exposure) {
      FactFormat.writeExposure(exposure, out);
    } else {
      FactFormat.writeEvent((MetricEvent) fact, out);
    }
  }

  @Override
  public Fact deserialize(DataInputView in) throws IOException {
    int tag = in.readUnsignedByte();
    Formats.check("a fact", tag, EVENT_1);
    var unit = FactFormat.readUnit(in);
    return tag == EXPOSURE_1 ? FactFormat.readExposure(unit, in) : FactFormat.readEvent(unit, in);
  }

  @Override
  public TypeSerializerSnapshot<Fact> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<Fact> {
    public Snapshot() {
      super(new FactSerializer());
    }
  }
}
