package io.github.evenlot.memory;

import io.github.evenlot.contract.MetricRowStoreContract;
import io.github.evenlot.port.MetricRowStore;

class InMemoryMetricRowStoreTest extends MetricRowStoreContract {

  @Override
  protected MetricRowStore emptyStore() {
    return new InMemoryMetricRowStore();
  }
}
