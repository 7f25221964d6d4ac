package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Only units that another experiment has assigned to one of some variants are eligible.
 *
 * @param experiment the key of the other experiment; where a snapshot has none of this key, nobody
 *     is eligible
 * @param variants ids of its variants, at least one
 */
public record Prerequisite(String experiment, Set<String> variants) {

  public Prerequisite {
    Keys.check("experiment", experiment);
    // Sorted: documents are compared and read by people.
    variants = Collections.unmodifiableSet(new TreeSet<>(variants));
    if (variants.isEmpty()) {
      throw new IllegalArgumentException(
          "prerequisite \"%s\" names no variant, so nobody could meet it".formatted(experiment));
    }
    variants.forEach(variant -> Keys.check("variant", variant));
  }

  /** That {@code experiment} has assigned one of {@code variants}. */
  public static Prerequisite of(String experiment, String... variants) {
    return new Prerequisite(experiment, Set.of(variants));
  }

  @Override
  public String toString() {
    return "%s in %s".formatted(experiment, variants);
  }
}
