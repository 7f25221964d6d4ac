package io.github.evenlot.event;

import static io.github.evenlot.Fixtures.compact;
import static io.github.evenlot.Fixtures.json;
import static io.github.evenlot.Fixtures.parse;
import static io.github.evenlot.Fixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactDocumentsTest {

  private static final String EXPOSURE_1 = text("documents/exposure-1.json");
  private static final String EVENT_1 = text("documents/event-1.json");

  private static final Exposure EXPOSURE =
      new Exposure(
          "checkout-button",
          UnitId.of("Zoë 😀"),
          "green",
          2,
          Instant.parse("2026-03-08T09:30:00.123456789Z"));

  private static final MetricEvent EVENT =
      MetricEvent.of(
          "order-4711/line-2",
          UnitId.of("Zoë 😀"),
          "revenue",
          new BigDecimal("19.99"),
          Instant.parse("2026-03-08T10:00:00Z"));

  @Test
  void readsVersion1() {
    assertThat(FactDocuments.exposure(parse(EXPOSURE_1))).isEqualTo(EXPOSURE);
    assertThat(FactDocuments.metricEvent(parse(EVENT_1))).isEqualTo(EVENT);
  }

  @Test
  void writesVersion1ToTheByte() {
    assertThat(json(FactDocuments.toDocument(EXPOSURE))).isEqualTo(compact(EXPOSURE_1));
    assertThat(json(FactDocuments.toDocument(EVENT))).isEqualTo(compact(EVENT_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "-0.000001", "9000000000000", "-9000000000000", "120"})
  void aValueComesBackToTheMillionth(BigDecimal value) {
    MetricEvent event = MetricEvent.of("1", UnitId.of(""), "m", value, Instant.EPOCH);
    String written = json(FactDocuments.toDocument(event));
    assertThat(written).contains("\"value\":" + value.toPlainString() + ",");
    assertThat(FactDocuments.metricEvent(parse(written))).isEqualTo(event);
  }

  @Test
  void aValueMayBeDecimalText() {
    assertThat(FactDocuments.metricEvent(parse(EVENT_1.replace("19.99", "\"19.99\""))))
        .isEqualTo(EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "v" : 1 | "v" : 0 | event.v is 0; this reader knows version 1
          "id" :  | "ID" :  | event.id is missing
          "order-4711/line-2" | 4711 | event.id is 4711, not text
          19.99 | 1e1000000000 | value 1E+1000000000 is beyond ±9e12
          19.99 | "NaN" | event.value is "NaN", not a number
          19.99 | [] | event.value is [], not a number
          "2026-03-08T10:00:00Z" | "yesterday" | event.time is "yesterday", not an ISO-8601 instant
          "2026-03-08T10:00:00Z" | "+10000-01-01T00:00:00Z" | time +10000-01-01T00:00:00Z is outside the years 1 to 9999
          """)
  void namesWhatIsWrongInAnEvent(String written, String instead, String message) {
    assertThat(EVENT_1).contains(written.strip());
    Map<String, Object> document = parse(EVENT_1.replace(written.strip(), instead.strip()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactDocuments.metricEvent(document))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "epoch" : 2 | "epoch" : 2147483648 | exposure.epoch is 2147483648, not a whole number of 32 bits
          "epoch" : 2 | "epoch" : 0 | epoch 0 is below 1
          "unit" : "Zoë 😀" | "unit" : null | exposure.unit is missing
          "green" | "" | variant "" has 0 characters, not 1 to 200
          """)
  void namesWhatIsWrongInAnExposure(String written, String instead, String message) {
    assertThat(EXPOSURE_1).contains(written);
    Map<String, Object> document = parse(EXPOSURE_1.replace(written, instead));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FactDocuments.exposure(document))
        .withMessage(message);
  }
}
