package io.github.evenlot.port;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import java.util.Optional;

/** Where experiments are kept. */
public interface ExperimentRepository {

  /** Stores an experiment under its key, in place of what was there. */
  void save(Experiment experiment);

  Optional<Experiment> find(String key);

  /** All of them at one moment, sorted by key. */
  Experiments snapshot();
}
