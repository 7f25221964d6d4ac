package io.github.evenlot.flink;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.experiment.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Facts of two experiments with everything in them that makes counting hard. */
final class SampleFacts {

  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(6);

  static final Experiment COLOUR =
      Experiment.builder("colour")
          .variant("blue", 50)
          .variant("green", 50)
          .metric(MetricDefinition.conversion("click").withWindow(Duration.ofDays(2)))
          .metric(
              MetricDefinition.of("spend", Kind.REVENUE)
                  .withLookback(Duration.ofDays(1))
                  .with(Role.SECONDARY))
          .build();

  static final Experiment SIZE =
      Experiment.builder("size")
          .variant("small", 30)
          .variant("medium", 30)
          .variant("large", 30)
          .metric(MetricDefinition.of("click", Kind.COUNT))
          .metric(MetricDefinition.of("load", Kind.LATENCY).with(Role.GUARDRAIL))
          .build();

  static final Experiments EXPERIMENTS = Experiments.of(COLOUR, SIZE);

  private static final List<String> ODD_UNITS = List.of("", "ü 漢 🙂", "\uD800", "a\u0000b", "42");
  private static final List<String> METRICS = List.of("click", "click", "spend", "load", "scroll");

  private final Random random;

  private SampleFacts(long seed) {
    this.random = new Random(seed);
  }

  /** In no order: a tenth comes twice, some units switch, some were never assigned at all. */
  static List<Fact> of(int units, long seed) {
    return new SampleFacts(seed).make(units);
  }

  private List<Fact> make(int units) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      UnitId unit = i < ODD_UNITS.size() ? UnitId.of(ODD_UNITS.get(i)) : UnitId.of(1000 + i);
      addUnit(facts, unit);
    }
    facts.addAll(facts.stream().filter(any -> random.nextInt(10) == 0).toList());
    Collections.shuffle(facts, random);
    return facts;
  }

  private void addUnit(List<Fact> facts, UnitId unit) {
    for (Experiment experiment : List.of(COLOUR, SIZE)) {
      int times = random.nextInt(4);
      for (int i = 0; i < times; i++) {
        Instant time = time();
        if (Assigner.of(experiment).assign(experiment.key(), unit, time) instanceof Assigned to) {
          facts.add(Exposure.of(to, unit, time));
        }
      }
    }
    if (random.nextInt(15) == 0) {
      facts.add(new Exposure("colour", unit, "green", 1, time()));
    }
    int events = random.nextInt(12);
    for (int i = 0; i < events; i++) {
      facts.add(event(unit, i));
    }
  }

  private MetricEvent event(UnitId unit, int number) {
    String metric = METRICS.get(random.nextInt(METRICS.size()));
    long millionths = random.nextLong(2_000_000_000_000L) - 500_000_000_000L;
    return new MetricEvent("e" + number, unit, metric, millionths, time());
  }

  private Instant time() {
    return START.plusNanos(random.nextLong(SPAN.toNanos()));
  }
}
