package io.github.evenlot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UnitId ALICE = UnitId.of("alice");

  @Test
  void anExposureIsOfWhatWasAssigned() {
    Assigned assigned = new Assigned("checkout", "green", 17, 3, "evenlot-1", Reason.ALLOCATED);
    assertThat(Exposure.of(assigned, ALICE, NOON))
        .isEqualTo(new Exposure("checkout", ALICE, "green", 3, NOON));
  }

  @Test
  void anExposureRefusesWhatNoRowCouldHold() {
    assertRefused(
        "experiment \"\" has 0 characters, not 1 to 200",
        () -> new Exposure("", ALICE, "green", 1, NOON));
    assertRefused(
        "variant \"gr\uFFFDen\" has a control character",
        () -> new Exposure("checkout", ALICE, "gr\0en", 1, NOON));
    assertRefused("epoch 0 is below 1", () -> new Exposure("checkout", ALICE, "green", 0, NOON));
  }

  @Test
  void anEventRefusesWhatCouldNotBeCounted() {
    assertRefused(
        "metric \"$exposures\" begins with $, which is reserved",
        () -> new MetricEvent("1", ALICE, "$exposures", 0, NOON));
    assertRefused(
        "event of metric \"purchase\" has no id, so a repeat could not be told",
        () -> new MetricEvent("", ALICE, "purchase", 0, NOON));
    assertRefused(
        "value 9000000000000.000001 is beyond ±9e12",
        () ->
            MetricEvent.of(
                "1", ALICE, "purchase", new BigDecimal("9e12").add(new BigDecimal("1e-6")), NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"})
  void timesAreOfFourDigitYears(String time) {
    assertThat(new MetricEvent("1", ALICE, "purchase", 0, Instant.parse(time)).time())
        .isEqualTo(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"})
  void otherTimesAreRefused(String time) {
    String message = "time %s is outside the years 1 to 9999".formatted(time);
    Instant instant = Instant.parse(time);
    assertRefused(message, () -> new MetricEvent("1", ALICE, "purchase", 0, instant));
    assertRefused(message, () -> new Exposure("checkout", ALICE, "green", 1, instant));
  }

  @Test
  void anEventKnowsItsValueInUnits() {
    MetricEvent event = MetricEvent.of("1", ALICE, "purchase", new BigDecimal("19.99"), NOON);
    assertThat(event.millionths()).isEqualTo(19_990_000);
    assertThat(event.value()).isEqualByComparingTo("19.99");
  }

  private static void assertRefused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
