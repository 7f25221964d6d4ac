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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the savepoints in the resources were made from, and the program that makes one of the
 * present version: give it the folder to make it in. None of the facts may ever change.
 */
final class SavepointFixture {

  static final Experiments EXPERIMENTS =
      Experiments.of(
          Experiment.builder("fixture")
              .variant("a", 50)
              .variant("b", 50)
              .metric(MetricDefinition.conversion("click"))
              .metric(
                  MetricDefinition.of("spend", Kind.REVENUE)
                      .withLookback(Duration.ofDays(2))
                      .with(Role.SECONDARY))
              .build());

  static final Duration RETENTION = Duration.ofDays(1);
  static final Duration SLACK = Duration.ofMinutes(10);

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int UNITS = 20;

  private SavepointFixture() {}

  /** What was counted before the savepoint: exposures, and events before and after them. */
  static List<Fact> before() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      facts.add(spend(i, "early", START.plusSeconds(i)));
    }
    for (int i = 0; i < UNITS; i += 2) {
      facts.add(exposure(i, START.plus(Duration.ofHours(6)).plusSeconds(i)));
    }
    for (int i = 0; i < UNITS; i += 3) {
      facts.add(spend(i, "late", START.plus(Duration.ofHours(7)).plusSeconds(i)));
    }
    return facts;
  }

  /** What comes after it: more of the same, and repetitions. */
  static List<Fact> after() {
    List<Fact> facts = new ArrayList<>(before());
    for (int i = 1; i < UNITS; i += 2) {
      facts.add(exposure(i, START.plus(Duration.ofHours(8)).plusSeconds(i)));
    }
    for (int i = 0; i < UNITS; i += 5) {
      Instant time = START.plus(Duration.ofHours(9)).plusSeconds(i);
      facts.add(new MetricEvent("click", UnitId.of(i), "click", 0, time));
    }
    return facts;
  }

  /** What the savepoint's horizon excludes. */
  static Fact tooLate() {
    return spend(0, "too late", START.minus(Duration.ofDays(1)));
  }

  private static Exposure exposure(int unit, Instant time) {
    UnitId id = UnitId.of(unit);
    Assigned assigned = (Assigned) Assigner.of(EXPERIMENTS).assign("fixture", id, time);
    return Exposure.of(assigned, id, time);
  }

  private static MetricEvent spend(int unit, String id, Instant time) {
    return new MetricEvent(id, UnitId.of(unit), "spend", 1_000_003L * (unit + 1), time);
  }

  public static void main(String[] folder) throws Exception {
    RecordingStore store = new RecordingStore(EXPERIMENTS);
    try (Cluster cluster = new Cluster()) {
      Stopped stopped =
          Stopped.after(
              cluster,
              Cluster.streaming(2),
              pipeline(1, store),
              store,
              before(),
              EventTimes.behind(SLACK),
              Path.of(folder[0]));
      System.out.println(stopped.savepoint());
    }
  }

  static MetricRowPipeline pipeline(long jobEpoch, RecordingStore store) {
    return MetricRowPipeline.stream(jobEpoch, ExperimentsSnapshot.of(EXPERIMENTS), store.supplier())
        .withRetention(RETENTION);
  }
}
