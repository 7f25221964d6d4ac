package io.github.evenlot.memory;

import io.github.evenlot.contract.ConsistentExperimentsContract;
import io.github.evenlot.port.ExperimentRepository;

class InMemoryConsistentExperimentsTest extends ConsistentExperimentsContract {

  @Override
  protected ExperimentRepository emptyRepository() {
    return new InMemoryExperimentRepository();
  }
}
