package io.github.evenlot.benchmarks.engines;

import static io.github.evenlot.benchmarks.engines.Work.NONE;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.AssignmentBuffer;
import io.github.evenlot.benchmarks.engines.Trial.Slot;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ours, with the thread's own buffer and attributes by name. */
final class EvenlotEngine implements Engine {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BUCKETS = 10_000;

  private final Assigner assigner;
  private final AssignmentBuffer buffer = new AssignmentBuffer();
  private final User user;

  EvenlotEngine(Work work) {
    List<Experiment> experiments = work.trials().stream().map(EvenlotEngine::experiment).toList();
    assigner = Assigner.of(Experiments.of(experiments));
    user = new User(work.attributes());
  }

  @Override
  public String one(String id, String[] profile) {
    user.profile = profile;
    assigner.assign(0, id, user, NOW, buffer);
    return variant(0);
  }

  @Override
  public Object all(String id, String[] profile) {
    user.profile = profile;
    assigner.assignAll(id, user, NOW, buffer);
    return buffer;
  }

  @Override
  public String[] variants(Object all) {
    String[] variants = new String[assigner.size()];
    for (int i = 0; i < variants.length; i++) {
      variants[i] = variant(i);
    }
    return variants;
  }

  private String variant(int experiment) {
    String variant = buffer.variant(experiment);
    return variant == null ? NONE : variant;
  }

  /** What {@link Footprint} weighs. */
  Assigner assigner() {
    return assigner;
  }

  private static Experiment experiment(Trial trial) {
    Experiment.Builder builder = Experiment.builder(trial.key());
    double percent = 100.0 / trial.variants().size();
    trial.variants().forEach(variant -> builder.variant(variant, percent));
    Slot slot = trial.slot();
    if (slot != null) {
      builder.audience(Audience.EVERYONE.withSlot(slot(slot)));
    }
    return builder.targeting(Condition.parse(trial.rules())).build();
  }

  private static io.github.evenlot.experiment.Slot slot(Slot slot) {
    int length = BUCKETS / Slot.SLOTS;
    int from = slot.index() * length;
    return MutexGroup.of(slot.group()).slot(from, from + length);
  }

  /** A service's own object for its user, which is asked for attributes by name. */
  private static final class User implements Attributes {

    private final Map<String, Integer> places = new HashMap<>();
    private String[] profile = {};

    User(List<String> names) {
      names.forEach(name -> places.put(name, places.size()));
    }

    @Override
    public @Nullable Object get(String name) {
      Integer place = places.get(name);
      return place == null ? null : profile[place];
    }
  }
}
