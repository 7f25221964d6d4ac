package io.github.evenlot.laws;

import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.assignment.Units;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Epoch;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Slot;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of DESIGN in their order, straight from the definitions and with nothing compiled:
 * slow, obvious, and without a line in common with the engine that it checks.
 */
record NaiveAssigner(Experiments experiments, Units units, Attributes attributes, Instant time) {

  /** A rule decided against the unit. */
  private static final class Refusal extends Exception {

    private final Reason reason;
    private final String by;

    Refusal(Reason reason, String by) {
      super(reason + " " + by);
      this.reason = reason;
      this.by = by;
    }
  }

  Assignment assign(String key) {
    Experiment experiment = experiments.find(key).orElseThrow();
    try {
      return decide(experiment);
    } catch (Refusal refusal) {
      return new NotAssigned(
          key,
          refusal.reason == Reason.NOT_ALLOCATED ? bucket(experiment) : -1,
          epoch(experiment).number(),
          experiment.bucketing().id(),
          refusal.reason,
          refusal.by);
    }
  }

  private int bucket(Experiment experiment) {
    String unit = Objects.requireNonNull(units.idOf(experiment.audience().unitKind()));
    return experiment.bucketing().bucket(experiment.salt(), unit);
  }

  private Assignment decide(Experiment experiment) throws Refusal {
    checkOpen(experiment);
    Audience audience = experiment.audience();
    String unit = unit(audience.unitKind(), "");
    int bucket = experiment.bucketing().bucket(experiment.salt(), unit);
    Epoch epoch = epoch(experiment);
    for (Holdout holdout : holdouts(experiment)) {
      String held = unit(holdout.unitKind(), holdout.key());
      int drawn = holdout.bucketing().bucket(holdout.salt(), held);
      if (share(drawn, holdout.bucketing()) < holdout.hundredths()) {
        throw new Refusal(Reason.HELD_OUT, holdout.key());
      }
    }
    @Nullable String forced = audience.forced().get(unit);
    if (forced != null) {
      return assigned(experiment, forced, bucket, epoch, Reason.FORCED);
    }
    for (Prerequisite prerequisite : audience.prerequisites()) {
      boolean met =
          experiments.find(prerequisite.experiment()).isPresent()
              && prerequisite.variants().contains(assign(prerequisite.experiment()).variantOr(""));
      require(met, Reason.PREREQUISITE, prerequisite.experiment());
    }
    require(epoch.targeting().matches(attributes), Reason.NOT_TARGETED, "");
    for (Slot slot : slots(experiment)) {
      MutexGroup group = slot.group();
      int drawn = group.bucketing().bucket(group.salt(), unit(group.unitKind(), group.key()));
      require(slot.from() <= drawn && drawn < slot.to(), Reason.OTHER_SLOT, group.key());
    }
    Traffic traffic = audience.traffic();
    int drawn = traffic.bucketing().bucket(traffic.salt(), unit);
    require(share(drawn, traffic.bucketing()) < trafficShare(traffic), Reason.NO_TRAFFIC, "");
    Optional<String> variant =
        epoch.allocation().ranges().stream()
            .filter(range -> range.from() <= bucket && bucket < range.to())
            .map(range -> range.variant())
            .findAny();
    require(variant.isPresent(), Reason.NOT_ALLOCATED, "");
    return assigned(experiment, variant.orElseThrow(), bucket, epoch, Reason.ALLOCATED);
  }

  private void checkOpen(Experiment experiment) throws Refusal {
    switch (experiment.status()) {
      case DRAFT -> throw new Refusal(Reason.DRAFT, "");
      case PAUSED -> throw new Refusal(Reason.PAUSED, "");
      case CONCLUDED -> throw new Refusal(Reason.CONCLUDED, "");
      case RUNNING -> {
        Instant start = experiment.start();
        Instant end = experiment.end();
        require(start == null || !time.isBefore(start), Reason.NOT_STARTED, "");
        require(end == null || time.isBefore(end), Reason.ENDED, "");
      }
    }
  }

  private static void require(boolean met, Reason reason, String by) throws Refusal {
    if (!met) {
      throw new Refusal(reason, by);
    }
  }

  private String unit(String kind, String by) throws Refusal {
    @Nullable String id = units.idOf(kind);
    if (id == null) {
      throw new Refusal(Reason.NO_UNIT, by);
    }
    return id;
  }

  private Epoch epoch(Experiment experiment) {
    Epoch current = experiment.epochs().get(0);
    for (Epoch epoch : experiment.epochs()) {
      current = epoch.start().isAfter(time) ? current : epoch;
    }
    return current;
  }

  /** The bucket as hundredths of a percent of all buckets. */
  private static double share(int bucket, Bucketing bucketing) {
    return bucket * 10_000.0 / bucketing.buckets();
  }

  private int trafficShare(Traffic traffic) {
    return traffic.steps().stream()
        .filter(step -> !step.from().isAfter(time))
        .mapToInt(Traffic.Step::hundredths)
        .max()
        .orElse(0);
  }

  private static List<Slot> slots(Experiment experiment) {
    List<Slot> slots = new ArrayList<>();
    for (Slot slot = experiment.audience().slot(); slot != null; slot = slot.group().within()) {
      slots.add(0, slot);
    }
    return slots;
  }

  private static List<Holdout> holdouts(Experiment experiment) {
    List<Holdout> holdouts = new ArrayList<>(experiment.audience().holdouts());
    slots(experiment).forEach(slot -> holdouts.addAll(slot.group().holdouts()));
    return holdouts;
  }

  private static Assigned assigned(
      Experiment experiment, String variant, int bucket, Epoch epoch, Reason reason) {
    return new Assigned(
        experiment.key(), variant, bucket, epoch.number(), experiment.bucketing().id(), reason);
  }
}
