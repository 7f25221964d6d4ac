package io.github.evenlot.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.kafka.embedded.EmbeddedKafka;
import io.github.evenlot.kafka.embedded.EmbeddedKafkaOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of {@code docs/how-to/embedded-kafka-in-tests.md}; {@link DocsTest} compares them. */
class EmbeddedKafkaHowToTest {

  @Test
  @DisplayName("The first example of the page runs.")
  void use() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.defaults();
      try (Admin admin = Admin.create(config)) {
        TopicSetup.of(topics).ensure(admin);
      }
      try (KafkaFactPublisher publisher = KafkaFactPublisher.connect(config, topics)) {
        publisher.publish(new Exposure("checkout", UnitId.of("ann"), "green", 1, Instant.now()));
      }
    }
  }

  @Test
  @DisplayName("The second example of the page makes options that a broker starts with.")
  void options(@TempDir Path directory) {
    int port = 0;
    EmbeddedKafkaOptions options =
        EmbeddedKafkaOptions.defaults()
            .withPort(port)
            .withDirectory(directory)
            .withSetting("message.max.bytes", "2000000");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      assertThat(kafka.directory()).isEqualTo(directory);
    }
  }
}
