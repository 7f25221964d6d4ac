package io.github.evenlot.jdbc;

import io.github.evenlot.contract.ExperimentRepositoryContract;
import io.github.evenlot.port.ExperimentRepository;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcExperimentRepositoryTest extends ExperimentRepositoryContract {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  @Override
  protected ExperimentRepository emptyRepository() {
    return EvenlotJdbc.on(POSTGRES.migratedDatabase()).experiments();
  }
}
