package io.github.evenlot.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.UnitId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnitLedgerOverflowTest {

  private static final long MAX = 9_000_000_000_000_000_000L;
  private static final UnitId UNIT = UnitId.of("u");
  private static final Instant TIME = Instant.parse("2026-03-01T00:00:00Z");

  private final Experiments experiments =
      Experiments.of(
          Experiment.builder("e")
              .variant("a", 100)
              .metric(MetricDefinition.of("spend", MetricDefinition.Kind.REVENUE))
              .build());
  private final UnitLedger ledger = new UnitLedger();

  private static MetricEvent spend(String id, Duration after) {
    return new MetricEvent(id, UNIT, "spend", MAX, TIME.plus(after));
  }

  @Test
  @DisplayName("a fact that would make a sum overflow is not taken in")
  void notTakenIn() {
    ledger.add(new Exposure("e", UNIT, "a", 1, TIME), experiments);
    ledger.add(spend("1", Duration.ofHours(1)), experiments);
    var rows = ledger.rows(experiments.all());
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ledger.add(spend("2", Duration.ofHours(2)), experiments));
    assertThat(ledger.rows(experiments.all())).isEqualTo(rows);
    assertThat(ledger.facts()).hasSize(2);
  }

  @Test
  @DisplayName("what such a fact would have replaced is there again")
  void replacedIsBack() {
    Exposure second = new Exposure("e", UNIT, "a", 1, TIME.plus(Duration.ofDays(30)));
    ledger.add(second, experiments);
    ledger.add(spend("1", Duration.ofHours(1)), experiments);
    ledger.add(spend("2", Duration.ofHours(2)), experiments);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ledger.add(new Exposure("e", UNIT, "a", 1, TIME), experiments));
    assertThat(ledger.facts()).hasSize(3).contains(second);
  }
}
