package io.github.evenlot.jdbc;

import io.github.evenlot.contract.ConsistentExperimentsContract;
import io.github.evenlot.port.ExperimentRepository;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcConsistentExperimentsTest extends ConsistentExperimentsContract {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  @Override
  protected ExperimentRepository emptyRepository() {
    return EvenlotJdbc.on(POSTGRES.migratedDatabase()).experiments();
  }
}
