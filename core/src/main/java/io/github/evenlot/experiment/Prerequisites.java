package io.github.evenlot.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds that no experiment waits for itself, for a long chain of others, or for a variant that
 * there is not.
 */
final class Prerequisites {

  private static final int LONGEST = 32;

  private final Map<String, Experiment> byKey;
  private final Map<String, Integer> lengths = new HashMap<>();

  private Prerequisites(Map<String, Experiment> byKey) {
    this.byKey = byKey;
  }

  /**
   * @throws IllegalArgumentException if prerequisites lead back to where they began, or on for more
   *     than 32 experiments, or name a variant that the other experiment has not
   */
  static void check(Map<String, Experiment> byKey) {
    Prerequisites prerequisites = new Prerequisites(byKey);
    byKey.values().forEach(experiment -> prerequisites.length(experiment, new ArrayList<>()));
  }

  /** The number of experiments on the longest chain that begins with {@code experiment}. */
  private int length(Experiment experiment, List<String> path) {
    Integer known = lengths.get(experiment.key());
    if (known == null) {
      int length = 1 + lengthBehind(experiment, path);
      lengths.put(experiment.key(), length);
      return length;
    }
    if (path.size() + known > LONGEST) {
      throw tooLong(path);
    }
    return known;
  }

  private int lengthBehind(Experiment experiment, List<String> path) {
    int place = path.indexOf(experiment.key());
    path.add(experiment.key());
    if (place >= 0) {
      throw new IllegalArgumentException(
          "prerequisites go in a circle: " + shown(path.subList(place, path.size())));
    }
    if (path.size() > LONGEST) {
      throw tooLong(path);
    }
    int longest = 0;
    for (Prerequisite next : experiment.audience().prerequisites()) {
      Experiment other = byKey.get(next.experiment());
      if (other != null) {
        checkVariants(experiment, next, other);
        longest = Math.max(longest, length(other, path));
      }
    }
    path.remove(path.size() - 1);
    return longest;
  }

  private static void checkVariants(Experiment experiment, Prerequisite next, Experiment other) {
    Set<String> known = other.variants().stream().map(Variant::id).collect(Collectors.toSet());
    for (String variant : next.variants()) {
      if (!known.contains(variant)) {
        throw new IllegalArgumentException(
            "experiment \"%s\" waits for \"%s\" of \"%s\", which is none of its variants %s"
                .formatted(
                    experiment.key(),
                    variant,
                    other.key(),
                    other.variants().stream().map(Variant::id).toList()));
      }
    }
  }

  private static IllegalArgumentException tooLong(List<String> path) {
    return new IllegalArgumentException(
        "prerequisites are chained over more than %d experiments, by way of %s"
            .formatted(LONGEST, shown(path)));
  }

  private static String shown(List<String> path) {
    return path.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(" → "));
  }
}
