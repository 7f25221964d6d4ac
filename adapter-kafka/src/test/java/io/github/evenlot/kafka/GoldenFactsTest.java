package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.kafka.Decoded.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files are written by hand, see {@code golden/v1/README.md}. */
class GoldenFactsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("exposures")
  @DisplayName("The bytes of version 1 are these exposures, both ways.")
  void exposures(String file, Exposure exposure) throws IOException {
    byte[] golden = golden(file);
    assertThat(ExposureSerde.decode(golden)).isEqualTo(new Accepted<>(exposure));
    assertThat(new ExposureSerde().serialize("any", exposure)).asString().isEqualTo(text(golden));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  @DisplayName("The bytes of version 1 are these events, both ways.")
  void events(String file, MetricEvent event) throws IOException {
    byte[] golden = golden(file);
    assertThat(MetricEventSerde.decode(golden)).isEqualTo(new Accepted<>(event));
    assertThat(new MetricEventSerde().serialize("any", event)).asString().isEqualTo(text(golden));
  }

  static Stream<Arguments> exposures() {
    return Stream.of(
        golden(
            "exposure-plain.json",
            new Exposure("checkout", UnitId.of("ann"), "green", 1, at("2026-03-01T12:00:00Z"))),
        golden(
            "exposure-odd.json",
            new Exposure(
                "Überschrift \"7\"",
                UnitId.of("\uD83D\uDE00\u0000\n"),
                "b\\2",
                Integer.MAX_VALUE,
                at("0001-01-01T00:00:00.000000001Z"))));
  }

  static Stream<Arguments> events() {
    return Stream.of(
        golden(
            "event-plain.json",
            event("e-1", "ann", "revenue", "19.99", "2026-03-01T12:00:00.123456789Z")),
        golden(
            "event-lowest.json",
            event("e-2", "", "latency", "-9000000000000", "9999-12-31T23:59:59.999999999Z")),
        golden(
            "event-smallest.json",
            event("e-3", "42", "revenue", "0.000001", "1969-12-31T23:59:59Z")));
  }

  private static Arguments golden(String file, Fact fact) {
    return Arguments.of(file, fact);
  }

  private static MetricEvent event(
      String id, String unit, String metric, String value, String time) {
    return MetricEvent.of(id, UnitId.of(unit), metric, new BigDecimal(value), at(time));
  }

  private static Instant at(String time) {
    return Instant.parse(time);
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in = GoldenFactsTest.class.getResourceAsStream("/golden/v1/" + file)) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
