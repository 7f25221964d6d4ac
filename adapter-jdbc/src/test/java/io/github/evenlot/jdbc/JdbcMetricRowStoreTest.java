package io.github.evenlot.jdbc;

import io.github.evenlot.contract.MetricRowStoreContract;
import io.github.evenlot.port.MetricRowStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcMetricRowStoreTest extends MetricRowStoreContract {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  @Override
  protected MetricRowStore emptyStore() {
    return EvenlotJdbc.on(POSTGRES.migratedDatabase()).metricRows();
  }
}
