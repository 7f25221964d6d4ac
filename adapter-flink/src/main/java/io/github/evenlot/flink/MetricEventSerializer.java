package io.github.evenlot.flink;

import io.github.evenlot.event.MetricEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A metric event in the bytes of a fact. */
final class MetricEventSerializer extends ValueSerializer<MetricEvent> {

  private static final long serialVersionUID = 1;
  private static final FactSerializer FACTS = new FactSerializer();

  @Override
  public void serialize(MetricEvent event, DataOutputView out) throws IOException {
    FACTS.serialize(event, out);
  }

  @Override
  public MetricEvent deserialize(DataInputView in) throws IOException {
    return (MetricEvent) FACTS.deserialize(in);
  }

  @Override
  public TypeSerializerSnapshot<MetricEvent> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<MetricEvent> {
    public Snapshot() {
      super(new MetricEventSerializer());
    }
  }
}
