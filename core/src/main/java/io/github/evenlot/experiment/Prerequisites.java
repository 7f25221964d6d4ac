package io.github.evenlot.experiment;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds that no experiment waits for itself, and none for a long chain of others. */
final class Prerequisites {

  private static final int LONGEST = 32;

  private final Map<String, Experiment> byKey;
  private final Map<String, Integer> lengths = new HashMap<>();

  private Prerequisites(Map<String, Experiment> byKey) {
    this.byKey = byKey;
  }

  /**
   * @throws IllegalArgumentException if prerequisites lead back to where they began, or on for more
   *     than 32 experiments; the message has the path
   */
  static void check(Map<String, Experiment> byKey) {
    Prerequisites prerequisites = new Prerequisites(byKey);
    byKey.keySet().forEach(key -> prerequisites.length(key, new LinkedHashSet<>()));
  }

  /** The length of the longest chain that begins with an experiment. */
  private int length(String key, Set<String> path) {
    Experiment experiment = byKey.get(key);
    if (experiment == null) {
      return 0;
    }
    Integer known = lengths.get(key);
    if (known != null) {
      return known;
    }
    if (!path.add(key)) {
      throw refused("lead from experiment \"%s\" back to it".formatted(key), path);
    }
    int longest = 0;
    for (Prerequisite next : experiment.audience().prerequisites()) {
      longest = Math.max(longest, length(next.experiment(), path));
    }
    if (longest >= LONGEST) {
      throw refused("of experiment \"%s\" lead on for over %d".formatted(key, LONGEST), path);
    }
    path.remove(key);
    lengths.put(key, longest + 1);
    return longest + 1;
  }

  private static IllegalArgumentException refused(String why, Set<String> path) {
    return new IllegalArgumentException(
        "prerequisites %s, by way of %s".formatted(why, List.copyOf(path)));
  }
}
