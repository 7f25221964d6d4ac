package io.github.evenlot.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What few experiments have: holdouts, forced units, prerequisites. Kept apart so that the others
 * pass by with one comparison.
 *
 * @param holdouts the gates behind which units are held out
 * @param forced units in a variant of somebody's choice
 * @param prerequisites what other experiments must have decided
 */
record Rules(Gates.Run holdouts, @Nullable Forced forced, List<Required> prerequisites) {

  /**
   * Another experiment must have assigned one of some variants.
   *
   * @param key the other experiment's key
   * @param experiment its index, or {@link Snapshot#UNKNOWN}
   * @param variants by index of its variants, whether it is one of them
   */
  record Required(String key, int experiment, boolean[] variants) {

    boolean accepts(int variant) {
      return variants[variant];
    }
  }

  boolean isEmpty() {
    return holdouts.count() == 0 && forced == null && prerequisites.isEmpty();
  }
}
