package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.event.Millionths;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.kafka.Decoded.Accepted;
import io.github.evenlot.kafka.Decoded.Rejected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

  private static final String EVENT =
      "{'v':1,'id':'e','unit':'ann','metric':'revenue','value':1,'time':'2026-03-01T12:00:00Z'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                     | event is not JSON: No content to map due to end-of-input
          `   `                  | event is not JSON: No content
          x                      | event is not JSON: Unrecognized token 'x'
          {                      | event is not JSON: Unexpected end-of-input
          null                   | event is JSON, but not an object
          []                     | event is JSON, but not an object
          {}                     | event.v is missing
          {} {}                  | event is not JSON: Trailing token
          {'v':1,'v':1}          | event is not JSON: Duplicate field 'v'
          {'v':2}                | event.v is 2; this reader knows version 1
          {'v':1e999999999}      | event.v is 1E+999999999, not a whole number of 64 bits
          {'v':1,'id':7}         | event.id is 7, not text
          {'v':NaN}              | event is not JSON: Non-standard token 'NaN'
          """)
  @DisplayName("What is no event is rejected with the reason.")
  void rejected(String json, String reason) {
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    assertThat(MetricEventSerde.decode(bytes))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).startsWith(reason);
              assertThat(rejected.bytes()).isSameAs(bytes);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'e'                    | ''                       | has no id
          'value':1              | 'value':'x'              | event.value is "x", not a number
          'value':1              | 'value':9000000000000.01 | value 9000000000000.01 is beyond
          'value':1              | 'value':1e2147483647     | value 1E+2147483647 is beyond
          'value':1              | 'value':null             | event.value is missing
          'value':1              | 'value':[1]              | event.value is [1], not a number
          2026-03-01T12:00:00Z   | yesterday                | event.time is "yesterday"
          2026-03-01T12:00:00Z   | +10000-01-01T00:00:00Z   | is outside the years 1 to 9999
          ann                    | an\\ud800                | event.unit has an unpaired surrogate
          ann                    | \\udc00\\ud800           | unpaired surrogate at index 0
          """)
  @DisplayName("An event with one bad field is rejected; the reason names the field and the value.")
  void badField(String good, String bad, String reason) {
    assertThat(EVENT).contains(good);
    assertThat(reason(EVENT.replace(good, bad))).contains(reason);
  }

  @Test
  @DisplayName("A record without a value is rejected, and to Kafka's deserializer it is null.")
  void noValue() {
    assertThat(ExposureSerde.decode(null)).extracting("reason").isEqualTo("exposure has no value");
    assertThat(new ExposureSerde().deserialize("any", null)).isNull();
    assertThat(new ExposureSerde().serialize("any", null)).isNull();
  }

  @Test
  @DisplayName("Kafka's deserializer throws the reason, with the topic.")
  void deserializerThrows() {
    assertThatThrownBy(() -> new ExposureSerde().deserialize("shown", "{}".getBytes(UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessage("topic shown: exposure.v is missing");
  }

  @Test
  @DisplayName("Kafka's serializer refuses half of a surrogate pair.")
  void serializerThrows() {
    MetricEvent event = new MetricEvent("e\uDC00", UnitId.of("ann"), "order", 1, Instant.EPOCH);
    assertThatThrownBy(() -> new MetricEventSerde().serialize("shown", event))
        .isInstanceOf(SerializationException.class)
        .hasMessage(
            "topic shown: event.id has an unpaired surrogate at index 1, so it has no UTF-8 form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.100000", "1e-1", "100e-3", "\"0.1\""})
  @DisplayName("A value is the decimal that was written, in any notation.")
  void decimals(String value) {
    MetricEvent event = accepted(EVENT.replace("'value':1", "'value':" + value));
    assertThat(event.millionths()).isEqualTo(100_000);
  }

  @Test
  @DisplayName("A value of 19 digits keeps them all: a double would hold 16.")
  void notThroughDouble() {
    BigDecimal value = new BigDecimal("8999999999999.999999");
    MetricEvent event = accepted(EVENT.replace("'value':1", "'value':" + value));
    assertThat(event.value()).isEqualTo(value);
    assertThat(Millionths.toDecimal(event.millionths())).isEqualTo(value);
  }

  @Test
  @DisplayName("Fields that version 1 does not know are passed over.")
  void unknownField() {
    assertThat(accepted(EVENT.replace("'v':1", "'v':1,'later':{'a':[1]}")).id()).isEqualTo("e");
  }

  @Test
  @DisplayName("A reason that quotes a long text is cut to 500 characters.")
  void longReason() {
    assertThat(reason("{'%1$s':1,'%1$s':2}".formatted("x".repeat(10_000))))
        .hasSize(500)
        .endsWith("…");
  }

  @Test
  @DisplayName("A hundred thousand levels of nesting are rejected, not a stack overflow.")
  void deep() {
    assertThat(reason("{'v':" + "[".repeat(100_000))).contains("nesting depth");
  }

  @Test
  @DisplayName("Any change of any byte gives a fact or a rejection, and a fact can be written.")
  void total() {
    Random random = new Random(20260301);
    MetricEventSerde serde = new MetricEventSerde();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = EVENT.replace('\'', '"').getBytes(UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      if (MetricEventSerde.decode(bytes) instanceof Accepted<MetricEvent> accepted) {
        byte[] again = serde.serialize("any", accepted.fact());
        assertThat(MetricEventSerde.decode(again)).isEqualTo(accepted);
      }
    }
  }

  private static MetricEvent accepted(String json) {
    return new MetricEventSerde().deserialize("any", json.replace('\'', '"').getBytes(UTF_8));
  }

  private static String reason(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    return ((Rejected<MetricEvent>) MetricEventSerde.decode(bytes)).reason();
  }
}
