package io.github.evenlot.metric;

import static io.github.evenlot.metric.Facts.UNIT;
import static io.github.evenlot.metric.Facts.at;
import static io.github.evenlot.metric.Facts.event;
import static io.github.evenlot.metric.Facts.exposure;
import static io.github.evenlot.metric.Facts.key;
import static io.github.evenlot.metric.Facts.other;
import static io.github.evenlot.metric.Facts.own;
import static io.github.evenlot.metric.Facts.rows;
import static io.github.evenlot.metric.Facts.unit;
import static io.github.evenlot.metric.RowKey.EXPOSURES;
import static io.github.evenlot.metric.RowKey.MISMATCHES;
import static io.github.evenlot.metric.RowKey.SWITCHERS;
import static io.github.evenlot.statistics.ExactMoments.ZERO;
import static io.github.evenlot.statistics.ExactMoments.ofCount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnitLedgerTest {

  private static final Experiment REVENUE =
      experiment(
          MetricDefinition.of("revenue", Kind.REVENUE)
              .withWindow(Duration.ofDays(2))
              .withLookback(Duration.ofDays(7)));

  private static Experiment experiment(MetricDefinition... metrics) {
    return experiment("checkout", metrics);
  }

  private static Experiment experiment(String key, MetricDefinition... metrics) {
    Experiment.Builder builder =
        Experiment.builder(key).variant("control", 50).variant("green", 50);
    List.of(metrics).forEach(builder::metric);
    return builder.build();
  }

  private static Experiments only(Experiment experiment) {
    return Experiments.of(experiment);
  }

  private static Exposure exposureTo(String variant, Instant time) {
    return new Exposure("checkout", UNIT, variant, 1, time);
  }

  @Nested
  @DisplayName("What counts")
  class WhatCounts {

    private ExactMoments counted(Instant eventTime) {
      Map<RowKey, ExactMoments> rows =
          rows(
              only(REVENUE),
              exposure(REVENUE, at(1, "12:00")),
              event("e", "revenue", "19.99", eventTime));
      return MetricRows.asOf(
              rows.entrySet().stream().map(e -> new MetricRow(e.getKey(), e.getValue())).toList(),
              "revenue",
              Facts.DAY_1.plusYears(1))
          .get(own(REVENUE));
    }

    @Test
    @DisplayName("An exposed unit without events counts as zero.")
    void withoutEvents() {
      assertThat(rows(only(REVENUE), exposure(REVENUE, at(1, "12:00"))))
          .isEqualTo(
              Map.of(
                  key(REVENUE, EXPOSURES, 1), ofCount(1), key(REVENUE, "revenue", 1), unit("0")));
    }

    @Test
    @DisplayName("An event at the instant of the exposure is in the window.")
    void atTheExposure() {
      assertThat(counted(at(1, "12:00"))).isEqualTo(unit("19.99"));
    }

    @Test
    @DisplayName("The last nanosecond of the window is in it, its end is not.")
    void atTheEnd() {
      assertThat(counted(at(3, "12:00").minusNanos(1))).isEqualTo(unit("19.99"));
      assertThat(counted(at(3, "12:00"))).isEqualTo(unit("0"));
    }

    @Test
    @DisplayName("The lookback begins with its first instant and ends before the exposure.")
    void lookback() {
      Instant exposed = at(1, "12:00");
      Instant begin = exposed.minus(Duration.ofDays(7));
      assertThat(counted(exposed.minusNanos(1))).isEqualTo(unit("0", "0", "19.99"));
      assertThat(counted(begin)).isEqualTo(unit("0", "0", "19.99"));
      assertThat(counted(begin.minusNanos(1))).isEqualTo(unit("0"));
    }

    @Test
    @DisplayName("Events of a metric that no experiment measures change nothing.")
    void unmeasured() {
      UnitLedger ledger = new UnitLedger();
      ledger.add(exposure(REVENUE, at(1, "12:00")), only(REVENUE));
      assertThat(ledger.add(event("e", "clicks", "1", at(1, "13:00")), only(REVENUE))).isEmpty();
    }

    @Test
    @DisplayName("Events before any exposure wait for it.")
    void eventFirst() {
      MetricEvent event = event("e", "revenue", "5", at(1, "13:00"));
      Exposure exposure = exposure(REVENUE, at(1, "12:00"));
      assertThat(rows(only(REVENUE), event)).isEmpty();
      assertThat(rows(only(REVENUE), event, exposure))
          .isEqualTo(rows(only(REVENUE), exposure, event))
          .containsEntry(key(REVENUE, "revenue", 1), unit("5"));
    }

    @Test
    @DisplayName("An earlier exposure that comes late moves the unit to its day.")
    void lateExposure() {
      MetricEvent event = event("e", "revenue", "5", at(2, "13:00"));
      assertThat(
              rows(
                  only(REVENUE),
                  exposure(REVENUE, at(2, "12:00")),
                  event,
                  exposure(REVENUE, at(1, "12:00"))))
          .isEqualTo(rows(only(REVENUE), exposure(REVENUE, at(1, "12:00")), event));
    }
  }

  @Nested
  @DisplayName("What the kinds of metric make of it")
  class Kinds {

    private Map<RowKey, ExactMoments> rowsOf(Kind kind) {
      Experiment experiment =
          experiment(MetricDefinition.of("m", kind).withLookback(Duration.ofDays(7)));
      return rows(
          only(experiment),
          event("before-1", "m", "2.5", at(1, "10:00")),
          event("before-2", "m", "0.5", at(1, "11:00")),
          exposure(experiment, at(1, "12:00")),
          event("a", "m", "10", at(1, "13:00")),
          event("b", "m", "30", at(3, "01:00")),
          event("c", "m", "-5", at(3, "02:00")));
    }

    private RowKey day(Kind kind, int day) {
      return key(experiment(MetricDefinition.of("m", kind)), "m", day);
    }

    @Test
    void conversion() {
      assertThat(rowsOf(Kind.CONVERSION))
          .containsEntry(day(Kind.CONVERSION, 1), unit("1", "0", "1"))
          .doesNotContainKey(day(Kind.CONVERSION, 3));
    }

    @Test
    void revenue() {
      assertThat(rowsOf(Kind.REVENUE))
          .containsEntry(day(Kind.REVENUE, 1), unit("10", "0", "3"))
          .containsEntry(day(Kind.REVENUE, 3), unit("35", "0", "3").minus(unit("10", "0", "3")));
    }

    @Test
    void count() {
      assertThat(rowsOf(Kind.COUNT))
          .containsEntry(day(Kind.COUNT, 1), unit("1", "0", "2"))
          .containsEntry(day(Kind.COUNT, 3), unit("3", "0", "2").minus(unit("1", "0", "2")));
    }

    @Test
    void latency() {
      assertThat(rowsOf(Kind.LATENCY))
          .containsEntry(day(Kind.LATENCY, 1), unit("10", "1", "3"))
          .containsEntry(day(Kind.LATENCY, 3), unit("35", "3", "3").minus(unit("10", "1", "3")));
    }
  }

  @Nested
  @DisplayName("Repetitions")
  class Repetitions {

    @Test
    @DisplayName("A fact that comes twice changes nothing the second time.")
    void twice() {
      UnitLedger ledger = new UnitLedger();
      Exposure exposure = exposure(REVENUE, at(1, "12:00"));
      MetricEvent event = event("e", "revenue", "5", at(1, "13:00"));
      assertThat(ledger.put(exposure)).isTrue();
      assertThat(ledger.put(event)).isTrue();
      assertThat(ledger.put(exposure)).isFalse();
      assertThat(ledger.add(event, only(REVENUE))).isEmpty();
      assertThat(ledger.facts()).containsExactly(exposure, event);
    }

    @Test
    @DisplayName("A later exposure to the same variant changes nothing.")
    void laterExposure() {
      UnitLedger ledger = new UnitLedger();
      ledger.put(exposure(REVENUE, at(1, "12:00")));
      assertThat(ledger.add(exposure(REVENUE, at(2, "12:00")), only(REVENUE))).isEmpty();
    }

    @Test
    @DisplayName("Of events with one id the least by time, metric and value counts, in any order.")
    void conflicting() {
      Exposure exposure = exposure(REVENUE, at(1, "12:00"));
      MetricEvent least = event("e", "revenue", "5", at(1, "13:00"));
      MetricEvent dearer = event("e", "revenue", "6", at(1, "13:00"));
      MetricEvent later = event("e", "revenue", "4", at(1, "14:00"));
      assertThat(rows(only(REVENUE), exposure, later, dearer, least))
          .isEqualTo(rows(only(REVENUE), exposure, least))
          .isEqualTo(rows(only(REVENUE), least, later, exposure, dearer));
    }

    @Test
    @DisplayName("An id that is used for two metrics leaves the rows of the one that loses.")
    void conflictingMetrics() {
      Experiment clicks = experiment("clicks", MetricDefinition.of("clicks", Kind.COUNT));
      Experiments both = Experiments.of(REVENUE, clicks);
      MetricEvent click = event("e", "clicks", "1", at(1, "14:00"));
      MetricEvent purchase = event("e", "revenue", "5", at(1, "13:00"));
      Exposure first = exposure(REVENUE, at(1, "12:00"));
      Exposure second = exposure(clicks, at(1, "12:00"));
      assertThat(rows(both, first, second, click, purchase))
          .isEqualTo(rows(both, first, second, purchase));
    }
  }

  @Nested
  @DisplayName("Units that are not as they should be")
  class Irregular {

    private final String own = own(REVENUE);
    private final String other = other(REVENUE);

    @Test
    @DisplayName("A switcher counts until the day before the switch and is then taken out.")
    void switcher() {
      Map<RowKey, ExactMoments> rows =
          rows(
              only(REVENUE),
              exposureTo(own, at(1, "12:00")),
              event("a", "revenue", "5", at(1, "13:00")),
              event("b", "revenue", "7", at(2, "13:00")),
              exposureTo(other, at(3, "00:00")),
              event("c", "revenue", "9", at(3, "11:00")));
      ExactMoments undone = ZERO.minus(unit("12"));
      assertThat(rows)
          .isEqualTo(
              Map.of(
                  key(REVENUE, EXPOSURES, 1), ofCount(1),
                  key(REVENUE, EXPOSURES, 3), ofCount(-1),
                  key(REVENUE, SWITCHERS, 3), ofCount(1),
                  key(REVENUE, MISMATCHES, 3), ofCount(1),
                  key(REVENUE, "revenue", 1), unit("5"),
                  key(REVENUE, "revenue", 2), unit("12").minus(unit("5")),
                  key(REVENUE, "revenue", 3), undone));
    }

    @Test
    @DisplayName("One who switches on the first day is never counted, but as a switcher.")
    void switchesAtOnce() {
      assertThat(
              rows(
                  only(REVENUE),
                  exposureTo(own, at(1, "12:00")),
                  event("a", "revenue", "5", at(2, "13:00")),
                  exposureTo(other, at(1, "23:59"))))
          .containsOnlyKeys(key(REVENUE, SWITCHERS, 1), key(REVENUE, MISMATCHES, 1));
    }

    @Test
    @DisplayName("Seen in two variants at one instant, the lesser id is the first, in any order.")
    void switchesAtTheSameInstant() {
      Exposure control = exposureTo("control", at(1, "12:00"));
      Exposure green = exposureTo("green", at(1, "12:00"));
      Map<RowKey, ExactMoments> rows = rows(only(REVENUE), control, green);
      assertThat(rows).isEqualTo(rows(only(REVENUE), green, control));
      assertThat(rows.keySet()).extracting(RowKey::variant).containsOnly("control");
      assertThat(rows.keySet()).extracting(RowKey::metric).containsOnly(SWITCHERS, MISMATCHES);
    }

    @Test
    @DisplayName("A switch and back is one switch.")
    void switchesBack() {
      assertThat(
              rows(
                  only(REVENUE),
                  exposureTo(own, at(1, "12:00")),
                  exposureTo(other, at(3, "12:00")),
                  exposureTo(own, at(5, "12:00"))))
          .isEqualTo(
              rows(
                  only(REVENUE),
                  exposureTo(own, at(1, "12:00")),
                  exposureTo(other, at(3, "12:00"))));
    }

    @Test
    @DisplayName("A unit in a variant that its bucket does not give counts there, and as mismatch.")
    void mismatch() {
      RowKey key = key(REVENUE, MISMATCHES, 1);
      assertThat(rows(only(REVENUE), exposureTo(other, at(1, "12:00"))))
          .containsEntry(
              new RowKey(key.experiment(), 1, other, MISMATCHES, key.exposureDay(), key.eventDay()),
              ofCount(1))
          .hasSize(3);
    }

    @Test
    @DisplayName("So does one in an epoch or a variant that there never was.")
    void unheardOf() {
      Exposure epoch = new Exposure("checkout", UNIT, own, 2, at(1, "12:00"));
      assertThat(rows(only(REVENUE), epoch).keySet())
          .extracting(RowKey::metric)
          .contains(MISMATCHES);
      assertThat(rows(only(REVENUE), exposureTo("blue", at(1, "12:00"))).keySet())
          .extracting(RowKey::metric)
          .contains(MISMATCHES);
    }

    @Test
    @DisplayName(
        "The first exposure fixes the epoch; the same variant in a later one is no switch.")
    void epochs() {
      Experiment reweighted = REVENUE.withAllocation(REVENUE.allocation(), at(2, "00:00"));
      Exposure later = new Exposure("checkout", UNIT, own, 2, at(2, "12:00"));
      assertThat(rows(only(reweighted), exposureTo(own, at(1, "12:00")), later))
          .isEqualTo(rows(only(reweighted), exposureTo(own, at(1, "12:00"))));
      assertThat(rows(only(reweighted), later).keySet()).extracting(RowKey::epoch).containsOnly(2);
    }
  }

  @Nested
  @DisplayName("Extremes")
  class Extremes {

    @Test
    @DisplayName("A unit's sum beyond ±9e12 counts as ±9e12, in any order, and can come back.")
    void hugeSums() {
      Exposure exposure = exposure(REVENUE, at(1, "12:00"));
      MetricEvent huge = event("a", "revenue", "9e12", at(1, "13:00"));
      MetricEvent more = event("b", "revenue", "9e12", at(1, "14:00"));
      MetricEvent back = event("c", "revenue", "-9e12", at(1, "15:00"));
      RowKey key = key(REVENUE, "revenue", 1);
      assertThat(rows(only(REVENUE), exposure, huge, more)).containsEntry(key, unit("9e12"));
      assertThat(rows(only(REVENUE), more, huge, back, exposure)).containsEntry(key, unit("9e12"));
      assertThat(rows(only(REVENUE), more, exposure, back)).containsEntry(key, unit("0"));
    }

    @Test
    @DisplayName("So does the sum of the lookback.")
    void hugeCovariates() {
      assertThat(
              rows(
                  only(REVENUE),
                  event("a", "revenue", "-9e12", at(1, "10:00")),
                  event("b", "revenue", "-9e12", at(1, "11:00")),
                  exposure(REVENUE, at(1, "12:00"))))
          .containsEntry(key(REVENUE, "revenue", 1), unit("0", "0", "-9e12"));
    }

    @Test
    @DisplayName("Windows and lookbacks of the greatest length work at both ends of time.")
    void longestWindows() {
      Experiment experiment =
          experiment(
              MetricDefinition.of("revenue", Kind.REVENUE)
                  .withWindow(MetricDefinition.LONGEST)
                  .withLookback(MetricDefinition.LONGEST));
      for (String time : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
        Exposure exposure = exposure(experiment, Instant.parse(time));
        MetricEvent event = event("e", "revenue", "5", Instant.parse(time));
        assertThat(rows(only(experiment), event, exposure)).hasSize(2);
      }
    }

    @Test
    @Timeout(20)
    @DisplayName("A robot's hundred thousand events take seconds, and the same rows come of them.")
    void robot() {
      UnitLedger ledger = new UnitLedger();
      ledger.add(exposure(REVENUE, at(1, "12:00")), only(REVENUE));
      Map<RowKey, ExactMoments> rows = ledger.rows(List.of(REVENUE));
      for (int i = 0; i < 100_000; i++) {
        Instant time = at(1, "10:00").plusSeconds(i);
        MetricRows.addTo(rows, ledger.add(event("e" + i, "revenue", "1", time), only(REVENUE)));
      }
      assertThat(rows).isEqualTo(ledger.rows(List.of(REVENUE)));
      assertThat(rows)
          .containsEntry(key(REVENUE, "revenue", 1), unit("43200", "0", "7200"))
          .containsEntry(
              key(REVENUE, "revenue", 2),
              unit("92800", "0", "7200").minus(unit("43200", "0", "7200")));
    }
  }

  @Nested
  @DisplayName("A busy unit")
  class Busy {

    private final UnitLedger ledger = new UnitLedger();
    private final UnitLedger fresh = new UnitLedger();

    private void both(Fact fact) {
      ledger.add(fact, only(REVENUE));
      fresh.put(fact);
    }

    private void hundredEvents() {
      both(exposure(REVENUE, at(2, "12:00")));
      for (int i = 0; i < 100; i++) {
        both(event("e" + i, "revenue", "1", at(1, "10:00").plus(Duration.ofHours(i))));
      }
    }

    private void assertRowsOf(Experiment experiment) {
      UnitLedger copy = new UnitLedger();
      fresh.facts().forEach(copy::put);
      assertThat(ledger.rows(List.of(experiment))).isEqualTo(copy.rows(List.of(experiment)));
    }

    @Test
    @DisplayName("follows an earlier exposure.")
    void earlierExposure() {
      hundredEvents();
      both(exposure(REVENUE, at(1, "12:00")));
      assertRowsOf(REVENUE);
    }

    @Test
    @DisplayName("follows an event that takes the place of another.")
    void replacedEvent() {
      hundredEvents();
      both(event("e50", "revenue", "8", at(1, "10:00")));
      assertRowsOf(REVENUE);
    }

    @Test
    @DisplayName("follows a new definition of the experiment.")
    void newDefinition() {
      hundredEvents();
      assertRowsOf(experiment(MetricDefinition.of("revenue", Kind.COUNT)));
      assertRowsOf(REVENUE);
    }

    @Test
    @DisplayName("forgets without changing its rows.")
    void forgets() {
      hundredEvents();
      Map<RowKey, ExactMoments> before = ledger.rows(List.of(REVENUE));
      ledger.forget(at(30, "00:00"), only(REVENUE));
      assertThat(ledger.facts()).hasSize(1 + 26 + 48);
      assertThat(ledger.rows(List.of(REVENUE))).isEqualTo(before);
    }
  }

  @Nested
  @DisplayName("Forgetting")
  class Forgetting {

    private final MetricEvent event = event("e", "revenue", "5", at(10, "12:00"));

    private boolean isKept(Instant horizon) {
      UnitLedger ledger = new UnitLedger();
      ledger.put(event);
      ledger.forget(horizon, only(REVENUE));
      return !ledger.facts().isEmpty();
    }

    @Test
    @DisplayName("keeps what the lookback of an exposure that can still come reaches.")
    void lookback() {
      assertThat(isKept(Instant.MIN)).isTrue();
      assertThat(isKept(at(10, "12:00"))).isTrue();
      assertThat(isKept(at(17, "12:00"))).isTrue();
      assertThat(isKept(at(17, "12:00").plusNanos(1))).isFalse();
      assertThat(isKept(Instant.MAX)).isFalse();
    }

    @Test
    @DisplayName("keeps what is in the window of a known exposure, and the exposure.")
    void window() {
      UnitLedger ledger = new UnitLedger();
      Exposure exposure = exposure(REVENUE, at(8, "12:01"));
      ledger.put(exposure);
      ledger.put(event);
      ledger.put(event("late", "revenue", "5", at(10, "12:01")));
      ledger.forget(Instant.MAX, only(REVENUE));
      assertThat(ledger.facts()).containsExactly(exposure, event);
    }

    @Test
    @DisplayName("drops what no experiment measures.")
    void unmeasured() {
      UnitLedger ledger = new UnitLedger();
      ledger.put(event("e", "clicks", "5", at(10, "12:00")));
      ledger.forget(at(10, "12:00"), only(REVENUE));
      assertThat(ledger.facts()).hasSize(1);
      ledger.forget(at(10, "12:00").plusNanos(1), only(REVENUE));
      assertThat(ledger.facts()).isEmpty();
    }
  }

  @Test
  @DisplayName("A metric's role has no say in what counts.")
  void roles() {
    Experiment guarded =
        experiment(MetricDefinition.of("revenue", Kind.REVENUE).with(Role.GUARDRAIL));
    assertThat(
            rows(
                only(guarded),
                exposure(guarded, at(1, "12:00")),
                event("e", "revenue", "5", at(1, "13:00"))))
        .containsEntry(key(guarded, "revenue", 1), unit("5"));
  }

  @Test
  @DisplayName("Ledgers with the same facts are equal, and list them in the same order.")
  void equality() {
    Exposure own = exposureTo("control", at(1, "12:00"));
    Exposure other = exposureTo("green", at(1, "11:00"));
    MetricEvent first = event("b", "revenue", "5", at(1, "10:00"));
    MetricEvent second = event("a", "revenue", "5", at(1, "13:00"));
    UnitLedger one = new UnitLedger();
    UnitLedger two = new UnitLedger();
    List.of(own, first, second, other).forEach(one::put);
    List.of(other, second, own, first).forEach(two::put);
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isNotEqualTo(new UnitLedger());
    assertThat(one.facts()).isEqualTo(two.facts()).containsExactly(other, own, first, second);
    assertThat(one).hasToString("UnitLedger" + one.facts());
  }
}
