package io.github.evenlot.internal;

import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {

  private enum Colour {
    GREEN,
    BLUE
  }

  private static Document with(Object value) {
    return Document.of("thing", singletonMap("field", value));
  }

  private static Arguments refused(String message, Object value, Consumer<Document> reading) {
    return Arguments.of(message, value, reading);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("thing.field is missing", null, d -> d.text("field")),
        refused("thing.other is missing", 1, d -> d.integer("other")),
        refused("thing.field is 1, not text", 1, d -> d.text("field")),
        refused("thing.field is 1, not text", 1, d -> d.optionalText("field")),
        refused("thing.field is \"x\", not a number", "x", d -> d.decimal("field")),
        refused("thing.field is NaN, not a number", Double.NaN, d -> d.decimal("field")),
        refused(
            "thing.field is null, not a number", Arrays.asList(1, null), d -> d.decimals("field")),
        refused(
            "thing.field is 0.5, not a whole number of 64 bits",
            List.of(1, 0.5),
            d -> d.integers("field")),
        refused("thing.field is true, not a number", true, d -> d.decimal("field")),
        refused(
            "thing.field has 1001 characters, above 1000",
            "1".repeat(1001),
            d -> d.decimal("field")),
        refused("thing.field is 1.5, not a whole number of 64 bits", 1.5, d -> d.integer("field")),
        refused(
            "thing.field is 1E+1000000000, not a whole number of 64 bits",
            "1e1000000000",
            d -> d.integer("field")),
        refused(
            "thing.field is 9223372036854775808, not a whole number of 64 bits",
            BigInteger.ONE.shiftLeft(63),
            d -> d.integer("field")),
        refused(
            "thing.field is 2147483648, not a whole number of 32 bits",
            1L << 31,
            d -> d.smallInteger("field")),
        refused(
            "thing.field is \"soon\", not an ISO-8601 instant", "soon", d -> d.instant("field")),
        refused(
            "thing.field is \"2 weeks\", not an ISO-8601 duration",
            "2 weeks",
            d -> d.duration("field")),
        refused(
            "thing.field is \"RED\", none of [GREEN, BLUE]",
            "RED",
            d -> d.constant("field", Colour.class)),
        refused("thing.field is [], not an object", List.of(), d -> d.child("field")),
        refused("thing.field is {}, not a list", Map.of(), d -> d.list("field")),
        refused(
            "thing.field[1] is null, not an object",
            Arrays.asList(Map.of(), null),
            d -> d.children("field")),
        refused(
            "thing.field[0].x is missing",
            List.of(Map.of()),
            d -> d.children("field").get(0).text("x")),
        refused(
            "thing.field[0] is [1], not [a, b]",
            List.of(List.of(1)),
            d -> d.tuples("field", "a", "b")),
        refused(
            "thing.field[0].b is 1.5, not a whole number of 64 bits",
            List.of(List.of(1, 1.5)),
            d -> d.tuples("field", "a", "b").get(0).integer("b")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void namesThePathAndTheValue(String message, Object value, Consumer<Document> reading) {
    assertRefused(message, () -> reading.accept(with(value)));
  }

  @Test
  void refusesWhatIsNoObject() {
    assertRefused("thing is \"x\", not an object", () -> Document.of("thing", "x"));
  }

  @Test
  void refusesFieldsThatNobodyReads() {
    assertThat(with(1).refuseUnknown("field", "other").has("field")).isTrue();
    assertRefused(
        "thing: field \"field\" is none of [fields, other]",
        () -> with(null).refuseUnknown("fields", "other"));
  }

  @Test
  void showsTheBeginningOfALongValue() {
    assertRefused(
        "thing.field is \"%s…, not an ISO-8601 instant".formatted("x".repeat(79)),
        () -> with("x".repeat(1000)).instant("field"));
  }

  @Test
  void refusesAnotherVersion() {
    assertThat(Document.of("thing", Map.of("v", 1)).version(1)).isNotNull();
    assertRefused(
        "thing.v is 2; this reader knows version 1",
        () -> Document.of("thing", Map.of("v", 2)).version(1));
  }

  @Test
  void readsNumbersAsTheyWereWritten() {
    assertThat(with("0.10").decimal("field")).isEqualTo(new BigDecimal("0.10"));
    assertThat(with(0.1).decimal("field")).isEqualTo(new BigDecimal("0.1"));
    assertThat(with(new BigDecimal("1e3")).integer("field")).isEqualTo(1000);
    assertThat(with(List.of(1, 2)).integers("field")).containsExactly(1L, 2L);
    assertThat(with(List.of("0.1")).decimals("field")).containsExactly(new BigDecimal("0.1"));
    assertThat(with(Integer.MIN_VALUE).smallInteger("field")).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void readsTheRest() {
    assertThat(with("x").optionalText("field")).contains("x");
    assertThat(with("x").optionalText("other")).isEmpty();
    assertThat(with("x").optionalInstant("other")).isEmpty();
    assertThat(with(null).has("field")).isFalse();
    assertThat(with("2026-01-31T12:00:00Z").instant("field"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(with("PT336H").duration("field")).isEqualTo(Duration.ofDays(14));
    assertThat(with("BLUE").constant("field", Colour.class)).isEqualTo(Colour.BLUE);
    assertThat(with(List.of(Map.of("x", "y"))).children("field").get(0).text("x")).isEqualTo("y");
    assertThat(with(1).plain()).isEqualTo(Map.of("field", 1));
  }

  private static void assertRefused(String message, ThrowingCallable reading) {
    assertThatIllegalArgumentException().isThrownBy(reading).withMessage(message);
  }
}
