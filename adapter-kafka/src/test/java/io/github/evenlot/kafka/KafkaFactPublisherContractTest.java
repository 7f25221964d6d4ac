package io.github.evenlot.kafka;

import io.github.evenlot.contract.FactPublisherContract;
import io.github.evenlot.event.Fact;
import io.github.evenlot.port.FactPublisher;
import java.util.Collection;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaFactPublisherContractTest extends FactPublisherContract {

  private final SharedKafka kafka;
  private final Topics topics;

  KafkaFactPublisherContractTest(SharedKafka kafka) {
    this.kafka = kafka;
    this.topics = kafka.newTopics();
  }

  @Override
  protected FactPublisher publisher() {
    return KafkaFactPublisher.connect(kafka.config(), topics);
  }

  @Override
  protected Collection<? extends Fact> published() {
    return kafka.facts(topics);
  }
}
