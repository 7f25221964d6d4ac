package io.github.evenlot.flink;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.UnitLedger;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A ledger as the format, the number of exposures and of events, and, if there are any facts, the
 * unit once and the facts. The only mutable value here, so it is really copied.
 */
final class UnitLedgerSerializer extends ValueSerializer<UnitLedger> {

  private static final long serialVersionUID = 1;
  private static final int FORMAT = 1;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public UnitLedger copy(UnitLedger from) {
    UnitLedger copy = new UnitLedger();
    from.facts().forEach(copy::put);
    return copy;
  }

  @Override
  public void serialize(UnitLedger ledger, DataOutputView out) throws IOException {
    List<Fact> facts = ledger.facts();
    int exposures = (int) facts.stream().filter(Exposure.class::isInstance).count();
    out.writeByte(FORMAT);
    out.writeInt(exposures);
    out.writeInt(facts.size() - exposures);
    if (!facts.isEmpty()) {
      FactFormat.writeUnit(facts.get(0), out);
    }
    for (Fact fact : facts) {
      write(fact, out);
    }
  }

  private static void write(Fact fact, DataOutputView out) throws IOException {
    if (fact instanceof Exposure exposure) {
      FactFormat.writeExposure(exposure, out);
    } else {
      FactFormat.writeEvent((MetricEvent) fact, out);
    }
  }

  @Override
  public UnitLedger deserialize(DataInputView in) throws IOException {
    Formats.check("a unit's ledger", in.readUnsignedByte(), FORMAT);
    int exposures = in.readInt();
    int events = in.readInt();
    UnitLedger ledger = new UnitLedger();
    if (exposures + events > 0) {
      read(ledger, exposures, events, in);
    }
    return ledger;
  }

  private static void read(UnitLedger ledger, int exposures, int events, DataInputView in)
      throws IOException {
    UnitId unit = FactFormat.readUnit(in);
    for (int i = 0; i < exposures; i++) {
      ledger.put(FactFormat.readExposure(unit, in));
    }
    for (int i = 0; i < events; i++) {
      ledger.put(FactFormat.readEvent(unit, in));
    }
  }

  @Override
  public TypeSerializerSnapshot<UnitLedger> snapshotConfiguration() {
    return new Snapshot();
  }

  /** For Flink. */
  public static final class Snapshot extends ValueSnapshot<UnitLedger> {
    public Snapshot() {
      super(new UnitLedgerSerializer());
    }
  }
}
