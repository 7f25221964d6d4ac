package io.github.evenlot.assignment;

import io.github.evenlot.experiment.Experiments;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Experiments that an operator has switched off, whatever their definitions say. It is asked before
 * everything else, and needs nobody to change an experiment.
 *
 * @param everything whether all experiments are off
 * @param experiments the keys of single experiments that are off; a key that no experiment has does
 *     no harm, but see {@link #unknownTo}
 */
public record KillSwitch(boolean everything, Set<String> experiments) {

  /** Nothing is switched off. */
  public static final KillSwitch NONE = new KillSwitch(false, Set.of());

  /** Everything is switched off. */
  public static final KillSwitch ALL = new KillSwitch(true, Set.of());

  public KillSwitch {
    experiments = Set.copyOf(experiments);
  }

  /** Single experiments are switched off. */
  public static KillSwitch of(String... experiments) {
    return new KillSwitch(false, Set.of(experiments));
  }

  /** Whether the experiment with this key is off. */
  public boolean isOff(String experiment) {
    return everything || experiments.contains(experiment);
  }

  /** The keys that none of these experiments has, sorted: they switch nothing off. */
  public Set<String> unknownTo(Experiments known) {
    Set<String> unknown = new TreeSet<>(experiments);
    unknown.removeIf(key -> known.find(key).isPresent());
    return Collections.unmodifiableSet(unknown);
  }
}
