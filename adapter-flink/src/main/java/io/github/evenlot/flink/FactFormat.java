package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The bytes of facts, without the unit where the unit is known. */
final class FactFormat {

  private FactFormat() {}

  static void writeExposure(Exposure exposure, DataOutputView out) throws IOException {
    Formats.writeText(exposure.experiment(), out);
    Formats.writeText(exposure.variant(), out);
    out.writeInt(exposure.epoch());
    Formats.writeInstant(exposure.time(), out);
  }

  static Exposure readExposure(UnitId unit, DataInputView in) throws IOException {
    String experiment = Formats.readText(in);
    String variant = Formats.readText(in);
    int epoch = in.readInt();
    return new Exposure(experiment, unit, variant, epoch, Formats.readInstant(in));
  }

  static void writeEvent(MetricEvent event, DataOutputView out) throws IOException {
    Formats.writeText(event.id(), out);
    Formats.writeText(event.metric(), out);
    out.writeLong(event.millionths());
    Formats.writeInstant(event.time(), out);
  }

  static MetricEvent readEvent(UnitId unit, DataInputView in) throws IOException {
    String id = Formats.readText(in);
    String metric = Formats.readText(in);
    long millionths = in.readLong();
    return new MetricEvent(id, unit, metric, millionths, Formats.readInstant(in));
  }

  static void writeUnit(Fact fact, DataOutputView out) throws IOException {
    Formats.writeText(fact.unit().value(), out);
  }

  static UnitId readUnit(DataInputView in) throws IOException {
    return UnitId.of(Formats.readText(in));
  }
}
