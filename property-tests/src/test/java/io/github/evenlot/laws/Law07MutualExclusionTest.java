package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Slot;
import io.github.evenlot.experiment.SlotPlanner;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** 7: a unit is in at most one experiment of a mutex group. */
class Law07MutualExclusionTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int UNITS = 200;

  private static Experiment holding(String key, Slot slot) {
    return Experiment.builder(key)
        .variant("a", 50)
        .variant("b", 50)
        .audience(Audience.EVERYONE.withSlot(slot))
        .build();
  }

  private static long inHowMany(Assigner assigner, Experiments experiments, int unit) {
    return experiments.all().stream()
        .filter(
            experiment ->
                assigner.assign(experiment.key(), UnitId.of(unit), NOON) instanceof Assigned)
        .count();
  }

  /** Slots are cut at these buckets, and each is owned; so every unit is in exactly one. */
  @Property(seed = "701", tries = 100)
  void slotsThatCoverTheGroup(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 9_999) Integer> cuts,
      @ForAll int firstUnit) {
    MutexGroup group = MutexGroup.of("group");
    List<Experiment> owners = new ArrayList<>();
    int from = 0;
    for (int to : cuts.stream().sorted().distinct().toList()) {
      owners.add(holding("exp" + from, group.slot(from, to)));
      from = to;
    }
    owners.add(holding("exp" + from, group.slot(from, 10_000)));
    Experiments experiments = Experiments.of(owners);
    Assigner assigner = Assigner.of(experiments);
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      assertThat(inHowMany(assigner, experiments, unit)).isEqualTo(1);
    }
  }

  /** Some end, others begin: whatever the planner hands out, nobody is in two at a time. */
  @Property(seed = "702", tries = 100)
  void slotsThatArePlanned(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 3_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 4) int mostAtATime,
      @ForAll int firstUnit) {
    MutexGroup group = MutexGroup.of("group");
    List<Experiment> all = new ArrayList<>();
    for (int length : lengths) {
      int living = (int) all.stream().filter(one -> one.end() == null).count();
      boolean fits =
          SlotPlanner.of(group, all).free().stream().anyMatch(slot -> slot.length() >= length);
      if (living >= mostAtATime || !fits) {
        all.replaceAll(one -> one.end() == null ? one.concluded(NOON.minusSeconds(9)) : one);
      }
      Slot slot = SlotPlanner.of(group, all).take(length).slot();
      assertThat(slot.length()).isEqualTo(length);
      all.add(holding("exp" + all.size(), slot));
      Experiments experiments = Experiments.of(all);
      Assigner assigner = Assigner.of(experiments);
      for (int unit = firstUnit; unit != firstUnit + 20; unit++) {
        assertThat(inHowMany(assigner, experiments, unit)).isLessThanOrEqualTo(1);
      }
    }
  }

  @Property(seed = "703", tries = 100)
  void groupsWithinGroups(
      @ForAll @IntRange(min = 1, max = 9_999) int outerCut,
      @ForAll @IntRange(min = 1, max = 9_999) int innerCut,
      @ForAll int firstUnit) {
    MutexGroup outer = MutexGroup.of("outer");
    MutexGroup inner = MutexGroup.of("inner").within(outer.slot(0, outerCut));
    Experiments experiments =
        Experiments.of(
            holding("left", inner.slot(0, innerCut)),
            holding("right", inner.slot(innerCut, 10_000)),
            holding("beside", outer.slot(outerCut, 10_000)));
    Assigner assigner = Assigner.of(experiments);
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      assertThat(inHowMany(assigner, experiments, unit)).isEqualTo(1);
    }
  }

  /** A unit in the holdout of a group, or of the group around it, is in none of its experiments. */
  @Property(seed = "704", tries = 100)
  void holdoutsOfGroupsHoldForAll(
      @ForAll @IntRange(min = 0, max = 100) int outerPercent,
      @ForAll @IntRange(min = 0, max = 100) int innerPercent,
      @ForAll int firstUnit) {
    Holdout ofOuter = Holdout.of("outer", outerPercent);
    Holdout ofInner = Holdout.of("inner", innerPercent);
    MutexGroup outer = MutexGroup.of("outer").withHoldouts(List.of(ofOuter));
    MutexGroup inner =
        MutexGroup.of("inner").withHoldouts(List.of(ofInner)).within(outer.slot(0, 5_000));
    Experiments experiments =
        Experiments.of(
            holding("nested", inner.slot(0, 10_000)), holding("beside", outer.slot(5_000, 10_000)));
    Assigner assigner = Assigner.of(experiments);
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      boolean heldByOuter = isHeldOut(ofOuter, unit);
      assertThat(reason(assigner, "beside", unit).equals(Reason.HELD_OUT)).isEqualTo(heldByOuter);
      assertThat(reason(assigner, "nested", unit).equals(Reason.HELD_OUT))
          .isEqualTo(heldByOuter || isHeldOut(ofInner, unit));
    }
  }

  private static boolean isHeldOut(Holdout holdout, int unit) {
    return holdout.bucketing().bucket(holdout.salt(), Integer.toString(unit))
        < holdout.heldOutBuckets();
  }

  private static Reason reason(Assigner assigner, String experiment, int unit) {
    return assigner.assign(experiment, UnitId.of(unit), NOON).reason();
  }
}
