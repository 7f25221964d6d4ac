package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** 12: the rows up to any day sum to what a computation from scratch on that day would find. */
class Law12AsOfSumsTest {

  private static final LocalDate FIRST =
      LocalDate.ofInstant(Histories.START, ZoneOffset.UTC).minusDays(1);

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Histories.anyFacts();
  }

  @Provide
  Arbitrary<List<Fact>> timedFacts() {
    return Histories.timedFacts();
  }

  private static Map<Recount.Total, ExactMoments> upTo(
      LocalDate day, Map<RowKey, ExactMoments> rows) {
    Map<Recount.Total, ExactMoments> totals = new HashMap<>();
    rows.forEach(
        (key, increment) -> {
          if (!key.eventDay().isAfter(day)) {
            totals.merge(Recount.Total.of(key), increment, ExactMoments::plus);
          }
        });
    totals.values().removeIf(ExactMoments::isZero);
    return totals;
  }

  @Property(seed = "1201", tries = 3000)
  void onAnyDay(@ForAll("facts") List<Fact> facts, @ForAll @IntRange(max = 14) int day) {
    LocalDate asOf = FIRST.plusDays(day);
    assertThat(upTo(asOf, Histories.streamed(facts))).isEqualTo(Recount.asOf(asOf, facts));
  }

  /** So a day's rows depend on no later fact. */
  @Property(seed = "1202")
  void laterFactsDoNotChangeTheDaysBefore(
      @ForAll("timedFacts") List<Fact> facts, @ForAll @IntRange(max = 14) int day) {
    LocalDate asOf = FIRST.plusDays(day);
    List<Fact> early =
        facts.stream()
            .filter(fact -> !LocalDate.ofInstant(fact.time(), ZoneOffset.UTC).isAfter(asOf))
            .toList();
    assertThat(upTo(asOf, Histories.streamed(facts)))
        .isEqualTo(upTo(asOf, Histories.streamed(early)));
  }

  /**
   * After forgetting at a horizon, whatever comes from after it changes the same rows by the same
   * amounts as if nothing had been forgotten. (Unless an id is used again for another time.)
   */
  @Property(seed = "1203", tries = 3000)
  void forgettingLosesNothingThatMatters(
      @ForAll("timedFacts") List<Fact> facts, @ForAll @IntRange(max = Histories.STEPS) int step) {
    Instant horizon = Histories.time(step);
    Map<UnitId, UnitLedger> all = new HashMap<>();
    Map<UnitId, UnitLedger> forgetful = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.time().isBefore(horizon)) {
        all.computeIfAbsent(fact.unit(), any -> new UnitLedger()).put(fact);
        forgetful.computeIfAbsent(fact.unit(), any -> new UnitLedger()).put(fact);
      }
    }
    forgetful.values().forEach(ledger -> ledger.forget(horizon, Histories.EXPERIMENTS));
    for (Fact fact : facts) {
      if (!fact.time().isBefore(horizon)) {
        UnitLedger ledger = all.computeIfAbsent(fact.unit(), any -> new UnitLedger());
        UnitLedger other = forgetful.computeIfAbsent(fact.unit(), any -> new UnitLedger());
        assertThat(other.add(fact, Histories.EXPERIMENTS))
            .isEqualTo(ledger.add(fact, Histories.EXPERIMENTS));
      }
    }
  }
}
