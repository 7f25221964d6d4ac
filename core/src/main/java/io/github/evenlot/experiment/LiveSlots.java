package io.github.evenlot.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The slots that the experiments of a snapshot hold, filled in one after the other. What can't hold
 * together is refused: two slots that overlap, or two meanings of one group.
 */
final class LiveSlots {

  private record Held(Slot slot, String owner) {}

  private final Map<String, List<Held>> byGroup = new HashMap<>();

  /** A concluded experiment has freed its slot; every other one holds it, a draft too. */
  void add(Experiment experiment) {
    Slot slot = experiment.audience().slot();
    if (slot != null && experiment.status() != ExperimentStatus.CONCLUDED) {
      add(new Held(slot, "experiment \"%s\"".formatted(experiment.key())));
    }
  }

  private void add(Held next) {
    MutexGroup group = next.slot.group();
    List<Held> held = byGroup.computeIfAbsent(group.key(), any -> new ArrayList<>());
    held.forEach(other -> check(next, other));
    Slot within = group.within();
    if (held.isEmpty() && within != null) {
      add(new Held(within, "mutex group \"%s\"".formatted(group.key())));
    }
    held.add(next);
  }

  private static void check(Held next, Held other) {
    MutexGroup group = next.slot.group();
    if (!group.equals(other.slot.group())) {
      throw new IllegalArgumentException(
          "mutex group \"%s\" is not the same for %s and for %s: %s"
              .formatted(
                  group.key(),
                  other.owner,
                  next.owner,
                  Differences.between(other.slot.group(), group)));
    }
    if (next.slot.overlaps(other.slot)) {
      throw new IllegalArgumentException(
          "%s of %s overlaps %s of %s".formatted(next.slot, next.owner, other.slot, other.owner));
    }
  }
}
