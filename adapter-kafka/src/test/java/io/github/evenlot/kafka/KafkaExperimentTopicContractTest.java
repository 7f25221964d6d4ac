package io.github.evenlot.kafka;

import io.github.evenlot.contract.ExperimentRepositoryContract;
import io.github.evenlot.port.ExperimentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaExperimentTopicContractTest extends ExperimentRepositoryContract {

  private final KafkaExperimentTopic topic;

  KafkaExperimentTopicContractTest(SharedKafka kafka) {
    topic = KafkaExperimentTopic.connect(kafka.config(), kafka.newTopics());
  }

  @Override
  protected ExperimentRepository emptyRepository() {
    return topic;
  }

  @AfterEach
  void closeTopic() {
    topic.close();
  }
}
