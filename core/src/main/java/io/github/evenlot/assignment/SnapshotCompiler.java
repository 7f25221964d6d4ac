package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.SaltedBucketing;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Slot;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.targeting.AttributeNames;
import io.github.evenlot.targeting.CompiledCondition;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link Snapshot} of definitions. Used once. */
final class SnapshotCompiler {

  private final KillSwitch killSwitch;
  private final List<Experiment> experiments;
  private final Map<String, Integer> byKey = new HashMap<>();

  private final Numbering<String> kinds = new Numbering<>();
  private final Numbering<Draw> draws = new Numbering<>();
  private final Numbering<Condition> conditions = new Numbering<>();
  private final Gates.Builder gates = new Gates.Builder();
  private final Map<Segments, Integer> segmentPlaces = new HashMap<>();
  private final Ints segmentEnds = new Ints();
  private final Ints segmentVariants = new Ints();
  private final List<Rules> rules = new ArrayList<>();

  private final List<String> variants = new ArrayList<>();
  private final Ints firstVariant = new Ints();
  private final Ints firstPhase = new Ints();
  private final List<Instant> phaseStarts = new ArrayList<>();
  private final Ints rows = new Ints();

  private SnapshotCompiler(Experiments experiments, KillSwitch killSwitch) {
    this.experiments = List.copyOf(experiments.all());
    this.killSwitch = killSwitch;
    this.experiments.forEach(experiment -> byKey.put(experiment.key(), byKey.size()));
    kinds.of(Audience.USER);
  }

  static Snapshot compile(Experiments experiments, KillSwitch killSwitch) {
    return new SnapshotCompiler(experiments, killSwitch).compile();
  }

  private Snapshot compile() {
    // Draws that several rules ask for come first, so that a buffer remembers those alone.
    experiments.forEach(this::numberSharedDraws);
    int shared = draws.values().size();
    experiments.forEach(this::add);
    firstPhase.add(phaseStarts.size());
    firstVariant.add(variants.size());
    return new Snapshot(
        index(),
        phases(),
        segments(),
        draws(shared),
        gates.build(),
        conditions(),
        rules.toArray(Rules[]::new),
        kinds.values().toArray(String[]::new));
  }

  private void numberSharedDraws(Experiment experiment) {
    experiment.audience().allSlots().forEach(slot -> draws.of(draw(slot.group())));
    experiment.audience().allHoldouts().forEach(holdout -> draws.of(draw(holdout)));
  }

  private void add(Experiment experiment) {
    firstPhase.add(phaseStarts.size());
    firstVariant.add(variants.size());
    experiment.variants().forEach(variant -> variants.add(variant.id()));
    Map<String, Integer> variantIndex = variantIndex(experiment);
    int ruleIndex = rules(experiment, variantIndex);
    Gates.Run slotRun =
        gates.add(experiment.audience().allSlots().stream().map(this::gate).toList());
    for (Phase phase : Phase.of(experiment, killSwitch)) {
      phaseStarts.add(phase.from());
      addRow(experiment, phase, ruleIndex, slotRun, variantIndex);
    }
  }

  /** The columns in the order of {@link Snapshot#CLOSED} and the constants below it. */
  private void addRow(
      Experiment experiment,
      Phase phase,
      int ruleIndex,
      Gates.Run slotRun,
      Map<String, Integer> variantIndex) {
    Traffic traffic = experiment.audience().traffic();
    Segments allocated = Segments.of(phase.epoch().allocation(), variantIndex::get);
    Condition targeting = phase.epoch().targeting();
    boolean everyone = phase.trafficBuckets() == traffic.bucketing().buckets();
    String kind = experiment.audience().unitKind();
    rows.add(phase.closed() == null ? Snapshot.UNKNOWN : phase.closed().ordinal());
    rows.add(phase.epoch().number());
    rows.add(kinds.of(kind));
    rows.add(ruleIndex);
    rows.add(targeting.equals(Condition.EVERYONE) ? Snapshot.UNKNOWN : conditions.of(targeting));
    rows.add(slotRun.first());
    rows.add(slotRun.count());
    rows.add(
        everyone
            ? Snapshot.UNKNOWN
            : draws.of(new Draw(kind, traffic.bucketing(), traffic.salt())));
    rows.add(phase.trafficBuckets());
    rows.add(draws.of(new Draw(kind, experiment.bucketing(), experiment.salt())));
    rows.add(place(allocated));
    rows.add(allocated.ends().size());
  }

  /** Equal allocations share their segments. */
  private int place(Segments allocated) {
    return segmentPlaces.computeIfAbsent(
        allocated,
        any -> {
          int first = segmentEnds.size();
          allocated.ends().forEach(segmentEnds::add);
          allocated.variants().forEach(segmentVariants::add);
          return first;
        });
  }

  private int rules(Experiment experiment, Map<String, Integer> variantIndex) {
    Audience audience = experiment.audience();
    Rules own =
        new Rules(
            gates.add(audience.allHoldouts().stream().map(this::gate).toList()),
            audience.forced().isEmpty() ? null : Forced.of(audience.forced(), variantIndex::get),
            audience.prerequisites().stream().map(this::required).toList());
    if (own.isEmpty()) {
      return Snapshot.UNKNOWN;
    }
    rules.add(own);
    return rules.size() - 1;
  }

  private Rules.Required required(Prerequisite prerequisite) {
    Integer index = byKey.get(prerequisite.experiment());
    List<Variant> others = index == null ? List.of() : experiments.get(index).variants();
    boolean[] accepted = new boolean[others.size()];
    for (int i = 0; i < accepted.length; i++) {
      accepted[i] = prerequisite.variants().contains(others.get(i).id());
    }
    return new Rules.Required(
        prerequisite.experiment(), index == null ? Snapshot.UNKNOWN : index, accepted);
  }

  private Gates.Builder.Gate gate(Slot slot) {
    MutexGroup group = slot.group();
    return new Gates.Builder.Gate(draws.of(draw(group)), slot.from(), slot.to(), group.key());
  }

  private Gates.Builder.Gate gate(Holdout holdout) {
    return new Gates.Builder.Gate(
        draws.of(draw(holdout)), 0, holdout.heldOutBuckets(), holdout.key());
  }

  private static Draw draw(MutexGroup group) {
    return new Draw(group.unitKind(), group.bucketing(), group.salt());
  }

  private static Draw draw(Holdout holdout) {
    return new Draw(holdout.unitKind(), holdout.bucketing(), holdout.salt());
  }

  private static Map<String, Integer> variantIndex(Experiment experiment) {
    Map<String, Integer> index = new LinkedHashMap<>();
    experiment.variants().forEach(variant -> index.put(variant.id(), index.size()));
    return index;
  }

  private Snapshot.Index index() {
    return new Snapshot.Index(
        experiments.stream().map(Experiment::key).toArray(String[]::new),
        experiments.stream().map(experiment -> experiment.bucketing().id()).toArray(String[]::new),
        firstPhase.toArray(),
        firstVariant.toArray(),
        variants.toArray(String[]::new),
        Map.copyOf(byKey));
  }

  private Snapshot.Phases phases() {
    return new Snapshot.Phases(
        phaseStarts.stream().mapToLong(Instant::getEpochSecond).toArray(),
        phaseStarts.stream().mapToInt(Instant::getNano).toArray(),
        rows.toArray());
  }

  private Snapshot.SegmentTable segments() {
    return new Snapshot.SegmentTable(segmentEnds.toArray(), segmentVariants.toArray());
  }

  private Snapshot.Draws draws(int shared) {
    return new Snapshot.Draws(
        draws.values().stream()
            .map(draw -> draw.bucketing().salted(draw.salt()))
            .toArray(SaltedBucketing[]::new),
        draws.values().stream().mapToInt(draw -> kinds.of(draw.unitKind())).toArray(),
        shared);
  }

  private Snapshot.Conditions conditions() {
    AttributeNames names = new AttributeNames();
    CompiledCondition[] compiled =
        conditions.values().stream()
            .map(condition -> condition.compile(names))
            .toArray(CompiledCondition[]::new);
    return new Snapshot.Conditions(compiled, names);
  }
}
