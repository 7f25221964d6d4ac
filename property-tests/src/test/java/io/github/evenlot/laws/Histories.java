package io.github.evenlot.laws;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What may happen to a few units in two experiments within a few days: late and early exposures,
 * switches, wrong variants, second epochs, repeated and contradictory events. Times are few and
 * windows end on them, so boundaries are hit all the time.
 */
final class Histories {

  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final Duration STEP = Duration.ofHours(6);
  static final int STEPS = 32;

  private static final Experiment REVENUE =
      Experiment.builder("revenue-test")
          .variant("a", 50)
          .variant("b", 50)
          .metric(metric("purchase", Kind.CONVERSION, 2, 1))
          .metric(metric("spend", Kind.REVENUE, 3, 4).with(Role.SECONDARY))
          .metric(metric("latency", Kind.LATENCY, 1, 0).with(Role.GUARDRAIL))
          .build();

  private static final Experiment COUNTS =
      Experiment.builder("count-test")
          .variant("a", 30)
          .variant("b", 30)
          .variant("c", 40)
          .metric(metric("spend", Kind.COUNT, 2, 2))
          .build();

  /** Each has had two epochs. */
  static final Experiments EXPERIMENTS =
      Experiments.of(
          REVENUE.withAllocation(REVENUE.allocation(), START.plus(Duration.ofDays(2))),
          COUNTS.withAllocation(COUNTS.allocation(), START.plus(Duration.ofDays(1))));

  private static final List<UnitId> UNITS =
      List.of(UnitId.of("alice"), UnitId.of("bob"), UnitId.of(7), UnitId.of(""));

  private Histories() {}

  private static MetricDefinition metric(String key, Kind kind, int windowDays, int lookbackDays) {
    return MetricDefinition.of(key, kind)
        .withWindow(Duration.ofDays(windowDays))
        .withLookback(Duration.ofDays(lookbackDays));
  }

  static Instant time(int step) {
    return START.plus(STEP.multipliedBy(step));
  }

  /** Any facts in any order; ids repeat, with the same and with other contents. */
  static Arbitrary<List<Fact>> anyFacts() {
    return Arbitraries.frequencyOf(Tuple.of(1, exposures()), Tuple.of(3, events(ids())))
        .list()
        .ofMaxSize(40);
  }

  /** As above, but an id always comes with the same time: what retries do, if not liars. */
  static Arbitrary<List<Fact>> timedFacts() {
    Arbitrary<Fact> events = events(ids()).map(event -> timed((MetricEvent) event));
    return Arbitraries.frequencyOf(Tuple.of(1, exposures()), Tuple.of(3, events))
        .list()
        .ofMaxSize(40);
  }

  private static Fact timed(MetricEvent event) {
    return new MetricEvent(
        event.id() + "@" + event.time(),
        event.unit(),
        event.metric(),
        event.millionths(),
        event.time());
  }

  private static Arbitrary<String> ids() {
    return Arbitraries.integers().between(1, 30).map(i -> "event-" + i);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.integers()
        .between(0, STEPS)
        .map(Histories::time)
        .flatMap(time -> Arbitraries.of(time, time, time.minusNanos(1)));
  }

  private static Arbitrary<Fact> exposures() {
    return Combinators.combine(
            Arbitraries.of(EXPERIMENTS.all()),
            Arbitraries.of(UNITS),
            Arbitraries.integers().between(1, 2),
            times(),
            Arbitraries.integers().between(0, 9))
        .as(Histories::exposure);
  }

  /** Nine in ten see the variant of their bucket. */
  private static Fact exposure(
      Experiment experiment, UnitId unit, int epoch, Instant time, int chance) {
    String variant = chance == 0 ? "b" : Assigner.variantIn(experiment, epoch, unit).orElseThrow();
    return new Exposure(experiment.key(), unit, variant, epoch, time);
  }

  private static Arbitrary<Fact> events(Arbitrary<String> ids) {
    return Combinators.combine(
            ids,
            Arbitraries.of(UNITS),
            Arbitraries.of("purchase", "spend", "latency", "unmeasured"),
            Arbitraries.longs().between(-3_000_000, 30_000_000),
            times())
        .as(MetricEvent::new);
  }

  /** The rows of all units, from nothing to the last fact, one fact after the other. */
  static Map<RowKey, ExactMoments> streamed(List<? extends Fact> facts) {
    Map<UnitId, UnitLedger> ledgers = new HashMap<>();
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    for (Fact fact : facts) {
      UnitLedger ledger = ledgers.computeIfAbsent(fact.unit(), any -> new UnitLedger());
      MetricRows.addTo(rows, ledger.add(fact, EXPERIMENTS));
    }
    return rows;
  }

  /** The rows of all units, computed once when all facts are in. */
  static Map<RowKey, ExactMoments> batched(List<? extends Fact> facts) {
    Map<UnitId, UnitLedger> ledgers = new HashMap<>();
    facts.forEach(fact -> ledgers.computeIfAbsent(fact.unit(), any -> new UnitLedger()).put(fact));
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    ledgers.values().forEach(ledger -> MetricRows.addTo(rows, ledger.rows(EXPERIMENTS.all())));
    return rows;
  }

  static List<Fact> ofUnits(List<Fact> facts, boolean first) {
    List<Fact> chosen = new ArrayList<>(facts);
    chosen.removeIf(fact -> UNITS.indexOf(fact.unit()) < 2 != first);
    return chosen;
  }
}
