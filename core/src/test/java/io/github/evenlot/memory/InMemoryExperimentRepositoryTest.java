package io.github.evenlot.memory;

import io.github.evenlot.contract.ExperimentRepositoryContract;
import io.github.evenlot.port.ExperimentRepository;

class InMemoryExperimentRepositoryTest extends ExperimentRepositoryContract {

  @Override
  protected ExperimentRepository emptyRepository() {
    return new InMemoryExperimentRepository();
  }
}
