package io.github.evenlot.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an experiment holds a slot of a group, or has held it: its own slot, or the one that the
 * nested group shares out in which it lives.
 *
 * @param slot the slot of the group in question
 * @param experiment the experiment's key
 * @param live whether it still holds the slot
 * @param end when it let go; null if it has not, or did at an unknown time
 */
record Tenancy(Slot slot, String experiment, boolean live, @Nullable Instant end) {

  /** All tenancies of the group with this key, whatever its salt was then. */
  static List<Tenancy> of(String group, Collection<Experiment> experiments) {
    List<Tenancy> tenancies = new ArrayList<>();
    for (Experiment experiment : experiments) {
      Slot slot = experiment.audience().slot();
      while (slot != null) {
        if (slot.group().key().equals(group)) {
          tenancies.add(of(slot, experiment));
        }
        slot = slot.group().within();
      }
    }
    return tenancies;
  }

  private static Tenancy of(Slot slot, Experiment experiment) {
    boolean live = experiment.status() != ExperimentStatus.CONCLUDED;
    return new Tenancy(slot, experiment.key(), live, live ? null : experiment.end());
  }

  boolean overlaps(int from, int to) {
    return slot.from() < to && from < slot.to();
  }

  /** When it let go, for comparison: an unknown time may have been just now. */
  Instant latestEnd() {
    return end == null ? Instant.MAX : end;
  }
}
