package io.github.evenlot.experiment;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slots that the experiments of a snapshot hold, filled in one after the other. What can't hold
 * together is refused: two slots that overlap, or two meanings of one group.
 */
final class LiveSlots {

  private record Held(Slot slot, String owner) {}

  /** By first bucket. As no two overlap, a new one can only overlap the last that begins below. */
  private final Map<String, NavigableMap<Integer, Held>> byGroup = new HashMap<>();

  /** A concluded experiment has freed its slot; every other one holds it, a draft too. */
  void add(Experiment experiment) {
    Slot slot = experiment.audience().slot();
    if (slot != null && experiment.status() != ExperimentStatus.CONCLUDED) {
      add(new Held(slot, "experiment \"%s\"".formatted(experiment.key())));
    }
  }

  private void add(Held next) {
    MutexGroup group = next.slot.group();
    NavigableMap<Integer, Held> held = byGroup.computeIfAbsent(group.key(), any -> new TreeMap<>());
    if (held.isEmpty()) {
      addSurrounding(group);
    } else {
      checkMeaning(next, held.firstEntry().getValue());
    }
    Map.@Nullable Entry<Integer, Held> below = held.lowerEntry(next.slot.to());
    if (below != null) {
      checkApart(next, below.getValue());
    }
    held.put(next.slot.from(), next);
  }

  /** A nested group holds its slot of the outer one once. */
  private void addSurrounding(MutexGroup group) {
    Slot within = group.within();
    if (within != null) {
      add(new Held(within, "mutex group \"%s\"".formatted(group.key())));
    }
  }

  private static void checkMeaning(Held next, Held other) {
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
  }

  private static void checkApart(Held next, Held other) {
    if (next.slot.overlaps(other.slot)) {
      throw new IllegalArgumentException(
          "%s of %s overlaps %s of %s".formatted(next.slot, next.owner, other.slot, other.owner));
    }
  }
}
