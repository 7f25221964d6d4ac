package io.github.evenlot.memory;

import io.github.evenlot.contract.FactPublisherContract;
import io.github.evenlot.event.Fact;
import io.github.evenlot.port.FactPublisher;
import java.util.Collection;

class InMemoryFactPublisherTest extends FactPublisherContract {

  private final InMemoryFactPublisher publisher = new InMemoryFactPublisher();

  @Override
  protected FactPublisher publisher() {
    return publisher;
  }

  @Override
  protected Collection<Fact> published() {
    return publisher.facts();
  }
}
