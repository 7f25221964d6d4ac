package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Epoch;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Assigns units to variants. A pure function of (snapshot, unit, time): the same question has the
 * same answer everywhere and forever. Safe under any number of threads; never blocks; never throws,
 * whatever the id.
 */
public final class Assigner {

  private final Experiments experiments;

  private Assigner(Experiments experiments) {
    this.experiments = experiments;
  }

  public static Assigner of(Experiments experiments) {
    return new Assigner(experiments);
  }

  /**
   * @throws IllegalArgumentException if two experiments have the same key
   */
  public static Assigner of(Experiment... experiments) {
    return new Assigner(Experiments.of(experiments));
  }

  /**
   * The variant of {@code unit} in an experiment at a time.
   *
   * @param experiment the experiment's key; an unknown one gives {@link NotAssigned}
   * @param time when the variant would be shown
   */
  public Assignment assign(String experiment, UnitId unit, Instant time) {
    return experiments
        .find(experiment)
        .map(known -> assign(known, unit, time))
        .orElseGet(() -> new NotAssigned(experiment, Reason.UNKNOWN_EXPERIMENT));
  }

  /**
   * The variant that an epoch's allocation has for {@code unit}, whatever the experiment's status
   * and dates: what a recorded exposure is checked against. Empty if the unit is not allocated or
   * the experiment has had no such epoch.
   */
  public static Optional<String> variantIn(Experiment experiment, int epoch, UnitId unit) {
    return experiment
        .epoch(epoch)
        .flatMap(known -> known.allocation().variantOf(bucket(experiment, unit)));
  }

  private static Assignment assign(Experiment experiment, UnitId unit, Instant time) {
    Optional<Reason> closed = closed(experiment, time);
    if (closed.isPresent()) {
      return new NotAssigned(experiment.key(), closed.get());
    }
    Epoch epoch = epochAt(experiment.epochs(), time);
    int bucket = bucket(experiment, unit);
    Optional<String> variant = epoch.allocation().variantOf(bucket);
    if (variant.isEmpty()) {
      return new NotAssigned(experiment.key(), Reason.NOT_ALLOCATED);
    }
    return new Assigned(
        experiment.key(),
        variant.get(),
        bucket,
        epoch.number(),
        experiment.bucketing().id(),
        Reason.ALLOCATED);
  }

  private static Optional<Reason> closed(Experiment experiment, Instant time) {
    Instant start = experiment.start();
    Instant end = experiment.end();
    return switch (experiment.status()) {
      case DRAFT -> Optional.of(Reason.DRAFT);
      case PAUSED -> Optional.of(Reason.PAUSED);
      case CONCLUDED -> Optional.of(Reason.CONCLUDED);
      case RUNNING ->
          start != null && time.isBefore(start)
              ? Optional.of(Reason.NOT_STARTED)
              : end != null && !time.isBefore(end) ? Optional.of(Reason.ENDED) : Optional.empty();
    };
  }

  private static Epoch epochAt(List<Epoch> epochs, Instant time) {
    int last = epochs.size() - 1;
    while (last > 0 && epochs.get(last).start().isAfter(time)) {
      last--;
    }
    return epochs.get(last);
  }

  private static int bucket(Experiment experiment, UnitId unit) {
    return experiment.bucketing().bucket(experiment.salt(), unit.value());
  }
}
