package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Epoch;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A period in which nothing about an experiment changes: neither whether it is open, nor its epoch,
 * nor its share of the traffic. With all that depends on time settled beforehand, an evaluation
 * only has to find the phase; most experiments have a single one.
 *
 * @param from from when on
 * @param closed why nobody is assigned, or null
 * @param epoch the epoch in force
 * @param trafficBuckets buckets of the traffic's draw below this are in
 */
record Phase(Instant from, @Nullable Reason closed, Epoch epoch, int trafficBuckets) {

  /** The phases of an experiment, from the beginning of time on. */
  static List<Phase> of(Experiment experiment, KillSwitch killSwitch) {
    List<Phase> phases = new ArrayList<>();
    for (Instant from : changes(experiment)) {
      phases.add(
          new Phase(
              from,
              closedAt(experiment, killSwitch, from),
              experiment.epochAt(from),
              trafficAt(experiment.audience().traffic(), from)));
    }
    return merged(phases);
  }

  private static TreeSet<Instant> changes(Experiment experiment) {
    TreeSet<Instant> changes = new TreeSet<>();
    changes.add(Instant.MIN);
    addIfGiven(changes, experiment.start());
    addIfGiven(changes, experiment.end());
    experiment.epochs().forEach(epoch -> changes.add(epoch.start()));
    experiment.audience().traffic().steps().forEach(step -> changes.add(step.from()));
    return changes;
  }

  private static void addIfGiven(TreeSet<Instant> changes, @Nullable Instant instant) {
    if (instant != null) {
      changes.add(instant);
    }
  }

  private static @Nullable Reason closedAt(
      Experiment experiment, KillSwitch killSwitch, Instant time) {
    if (killSwitch.isOff(experiment.key())) {
      return Reason.KILLED;
    }
    return switch (experiment.status()) {
      case DRAFT -> Reason.DRAFT;
      case PAUSED -> Reason.PAUSED;
      case CONCLUDED -> Reason.CONCLUDED;
      case RUNNING -> outsideDates(experiment, time);
    };
  }

  private static @Nullable Reason outsideDates(Experiment experiment, Instant time) {
    Instant start = experiment.start();
    Instant end = experiment.end();
    if (start != null && time.isBefore(start)) {
      return Reason.NOT_STARTED;
    }
    return end != null && !time.isBefore(end) ? Reason.ENDED : null;
  }

  private static int trafficAt(Traffic traffic, Instant time) {
    int buckets = 0;
    for (Traffic.Step step : traffic.steps()) {
      if (!step.from().isAfter(time)) {
        buckets = traffic.bucketsOf(step);
      }
    }
    return buckets;
  }

  private static List<Phase> merged(List<Phase> phases) {
    List<Phase> merged = new ArrayList<>();
    for (Phase phase : phases) {
      if (merged.isEmpty() || !merged.get(merged.size() - 1).isContinuedBy(phase)) {
        merged.add(phase);
      }
    }
    return merged;
  }

  /** While nobody is let in, the share of the traffic makes no difference. */
  private boolean isContinuedBy(Phase next) {
    return closed == next.closed
        && epoch.equals(next.epoch)
        && (closed != null || trafficBuckets == next.trafficBuckets);
  }
}
