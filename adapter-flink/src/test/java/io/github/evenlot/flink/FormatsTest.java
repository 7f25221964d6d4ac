package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.port.Fence;
import io.github.evenlot.statistics.ExactMoments;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes in {@code formats} were made by a program of its own after {@code
 * docs/reference/flink-job.md}. A file stays as it is for ever; a new format gets a new file.
 */
class FormatsTest {

  private static final UnitId UNIT = UnitId.of("ü🙂\uD800");

  private static final Exposure EXPOSURE =
      new Exposure("colour", UNIT, "green", 2, Instant.parse("2026-03-01T12:34:56.789012345Z"));

  private static final MetricEvent EVENT =
      new MetricEvent("e-1", UNIT, "spend", -1_234_567, Instant.parse("0001-01-01T00:00:00Z"));

  private static final RowKey KEY =
      new RowKey(
          "colour",
          2,
          "green",
          "spend",
          LocalDate.parse("2026-03-01"),
          LocalDate.parse("1969-12-31"));

  private static final ExactMoments MOMENTS =
      ExactMoments.of(
          -1,
          new BigDecimal("-1.5"),
          new BigDecimal(BigInteger.TWO.pow(127).subtract(BigInteger.ONE), 12),
          BigDecimal.ONE,
          BigDecimal.ONE,
          new BigDecimal("-1.5"),
          BigDecimal.ZERO,
          new BigDecimal(BigInteger.TWO.pow(127).negate(), 12),
          new BigDecimal("0.000000000128"));

  private static final MetricRow ROW = new MetricRow(KEY, MOMENTS);

  private static UnitLedger ledger() {
    UnitLedger ledger = new UnitLedger();
    ledger.put(EXPOSURE);
    ledger.put(new Exposure("colour", UNIT, "blue", 1, Instant.parse("2026-03-02T00:00:00Z")));
    ledger.put(EVENT);
    return ledger;
  }

  record Fixture<T>(String file, TypeSerializer<T> serializer, T value) {

    T read() throws IOException {
      return serializer.deserialize(new DataInputDeserializer(Hex.read("formats/" + file)));
    }

    byte[] written() throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(16);
      serializer.serialize(value, out);
      return out.getCopyOfBuffer();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fixture<?>> fixtures() {
    return Stream.of(
        new Fixture<Fact>("exposure-1.hex", new FactSerializer(), EXPOSURE),
        new Fixture<Fact>("metric-event-1.hex", new FactSerializer(), EVENT),
        new Fixture<>("exposure-1.hex", new ExposureSerializer(), EXPOSURE),
        new Fixture<>("metric-event-1.hex", new MetricEventSerializer(), EVENT),
        new Fixture<>(
            "rejected-fact-1.hex",
            new RejectedFactSerializer(),
            new RejectedFact(EXPOSURE, "no experiment \"colour\"")),
        new Fixture<>("row-key-1.hex", new RowKeySerializer(), KEY),
        new Fixture<>("exact-moments-1.hex", new ExactMomentsSerializer(), MOMENTS),
        new Fixture<>("metric-row-1.hex", new MetricRowSerializer(), ROW),
        new Fixture<>(
            "fenced-rows-1.hex",
            new FencedRowsSerializer(),
            new FencedRows(new Fence(7, 42), List.of(ROW))),
        new Fixture<>("unit-ledger-1.hex", new UnitLedgerSerializer(), ledger()),
        new Fixture<>("empty-unit-ledger-1.hex", new UnitLedgerSerializer(), new UnitLedger()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  @DisplayName("bytes of every format there has been are read")
  void read(Fixture<?> fixture) throws Exception {
    assertThat(fixture.read()).isEqualTo(fixture.value());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  @DisplayName("the newest format is written, byte for byte as documented")
  void written(Fixture<?> fixture) throws Exception {
    assertThat(fixture.written()).isEqualTo(Hex.read("formats/" + fixture.file()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  @DisplayName("bytes are copied whole, and a copy of a value equals it")
  void copied(Fixture<?> fixture) throws Exception {
    assertCopied(fixture);
  }

  private static <T> void assertCopied(Fixture<T> fixture) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(16);
    fixture.serializer().copy(new DataInputDeserializer(fixture.written()), out);
    assertThat(out.getCopyOfBuffer()).isEqualTo(fixture.written());
    assertThat(fixture.serializer().copy(fixture.value())).isEqualTo(fixture.value());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  @DisplayName("a savepoint names the serializer, which is found again and fits itself alone")
  void snapshot(Fixture<?> fixture) throws Exception {
    assertSnapshot(fixture.serializer());
  }

  private static <T> void assertSnapshot(TypeSerializer<T> serializer) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(16);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<T> restored =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), FormatsTest.class.getClassLoader());
    assertThat(restored.restoreSerializer()).isEqualTo(serializer);
    assertThat(serializer.snapshotConfiguration().resolveSchemaCompatibility(restored))
        .matches(fit -> fit.isCompatibleAsIs());
  }

  @Test
  @DisplayName("the snapshot of another serializer does not fit")
  void otherSnapshot() {
    TypeSerializerSnapshot<Fact> facts = new FactSerializer().snapshotConfiguration();
    @SuppressWarnings({"unchecked", "rawtypes"})
    TypeSerializerSnapshot<Fact> other =
        (TypeSerializerSnapshot) new ExposureSerializer().snapshotConfiguration();
    assertThat(facts.resolveSchemaCompatibility(other)).matches(fit -> fit.isIncompatible());
  }

  @Test
  @DisplayName("the copy of a ledger is a ledger of its own")
  void ledgerCopy() {
    UnitLedger ledger = ledger();
    UnitLedger copy = new UnitLedgerSerializer().copy(ledger);
    copy.put(new MetricEvent("e-2", UNIT, "spend", 1, EXPOSURE.time()));
    assertThat(ledger).isEqualTo(ledger()).isNotEqualTo(copy);
  }

  @ParameterizedTest
  @MethodSource("versioned")
  @DisplayName("bytes of a newer program are refused with both numbers")
  void newer(TypeSerializer<?> serializer) {
    byte[] bytes = {99};
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> serializer.deserialize(new DataInputDeserializer(bytes)))
        .withMessageMatching(
            ".+ has format 99; this program reads 1 to [12]: was it written by a newer one\\?");
  }

  static Stream<TypeSerializer<?>> versioned() {
    return Stream.of(
        new FactSerializer(),
        new ExactMomentsSerializer(),
        new FencedRowsSerializer(),
        new UnitLedgerSerializer());
  }

  @Test
  @DisplayName("committables and serializers' snapshots of a newer program are refused too")
  void newerContainers() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new CommittableSerializer().deserialize(2, new byte[0]))
        .withMessageStartingWith("a committable has format 2; this program reads 1 to 1");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                new FactSerializer()
                    .snapshotConfiguration()
                    .readSnapshot(
                        2, new DataInputDeserializer(), FormatsTest.class.getClassLoader()))
        .withMessageStartingWith("the snapshot of FactSerializer has format 2");
  }

  @Test
  @DisplayName("committables come back as they were")
  void committables() throws Exception {
    CommittableSerializer serializer = new CommittableSerializer();
    FencedRows rows = new FencedRows(new Fence(7, 42), List.of(ROW));
    byte[] bytes = serializer.serialize(rows);
    assertThat(bytes).isEqualTo(Hex.read("formats/fenced-rows-1.hex"));
    assertThat(serializer.deserialize(serializer.getVersion(), bytes)).isEqualTo(rows);
  }
}
