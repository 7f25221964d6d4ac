package io.github.evenlot.memory;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.port.ExperimentRepository;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Experiments in memory. Safe under any number of threads. */
public final class InMemoryExperimentRepository implements ExperimentRepository {

  private final ConcurrentNavigableMap<String, Experiment> experiments =
      new ConcurrentSkipListMap<>();

  @Override
  public synchronized void save(Experiment experiment) {
    snapshot().with(experiment);
    experiments.put(experiment.key(), experiment);
  }

  @Override
  public Optional<Experiment> find(String key) {
    return Optional.ofNullable(experiments.get(key));
  }

  @Override
  public synchronized Experiments snapshot() {
    return Experiments.of(experiments.values());
  }
}
