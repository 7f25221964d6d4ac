package io.github.evenlot.port;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import java.util.Optional;

/** Where experiments are kept. */
public interface ExperimentRepository {

  /**
   * Stores an experiment under its key, in place of what was there. A repository that can't see the
   * other experiments at that moment, as one on a log, refuses nothing, and says so; its snapshot
   * fails then.
   *
   * @throws IllegalArgumentException if it can't be together with the other experiments that are
   *     stored, as {@link Experiments#of(java.util.Collection)} says: if its slot overlaps one that
   *     another holds. Nothing is changed then
   */
  void save(Experiment experiment);

  Optional<Experiment> find(String key);

  /** All of them at one moment, sorted by key. */
  Experiments snapshot();
}
