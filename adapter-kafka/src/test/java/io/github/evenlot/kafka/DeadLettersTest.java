package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.kafka.Decoded.Rejected;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class DeadLettersTest {

  private static final byte[] NO_FACT = {(byte) 0xFF, 0, '{'};

  private final SharedKafka kafka;
  private final Topics topics;

  DeadLettersTest(SharedKafka kafka) {
    this.kafka = kafka;
    this.topics = kafka.newTopics();
  }

  @Test
  @DisplayName("A record that is no fact arrives unchanged, with the reason and where it was.")
  void fromTopic() {
    produce(new ProducerRecord<>(topics.exposures(), 1, "ann".getBytes(UTF_8), NO_FACT));
    ConsumerRecord<byte[], byte[]> bad = kafka.records(topics.exposures()).get(0);
    String reason = ((Rejected<Exposure>) ExposureSerde.decode(bad.value())).reason();
    ConsumerRecord<byte[], byte[]> dead = sent(DeadLetter.of(bad, reason));
    assertThat(dead.key()).isEqualTo("ann".getBytes(UTF_8));
    assertThat(dead.value()).isEqualTo(NO_FACT);
    assertThat(headers(dead))
        .isEqualTo(
            Map.of(
                "evenlot.reason",
                reason,
                "evenlot.source.topic",
                topics.exposures(),
                "evenlot.source.partition",
                "1",
                "evenlot.source.offset",
                "0"));
    assertThat(reason).startsWith("exposure is not JSON: ");
  }

  @Test
  @DisplayName("Bytes from elsewhere arrive with the reason alone.")
  void fromElsewhere() {
    ConsumerRecord<byte[], byte[]> dead = sent(DeadLetter.of(NO_FACT, "schlecht: ü"));
    assertThat(dead.key()).isNull();
    assertThat(dead.value()).isEqualTo(NO_FACT);
    assertThat(headers(dead)).isEqualTo(Map.of("evenlot.reason", "schlecht: ü"));
  }

  @Test
  @DisplayName("A record without a value is a dead letter too.")
  void tombstone() {
    produce(new ProducerRecord<>(topics.events(), "ann".getBytes(UTF_8), null));
    ConsumerRecord<byte[], byte[]> bad = kafka.records(topics.events()).get(0);
    assertThat(sent(DeadLetter.of(bad, "event has no value")).value()).isNull();
  }

  private ConsumerRecord<byte[], byte[]> sent(DeadLetter letter) {
    try (DeadLetters letters = DeadLetters.connect(kafka.config(), topics)) {
      letters.send(letter).toCompletableFuture().join();
    }
    List<ConsumerRecord<byte[], byte[]>> dead = kafka.records(topics.deadLetters());
    assertThat(dead).hasSize(1);
    return dead.get(0);
  }

  private void produce(ProducerRecord<byte[], byte[]> record) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka.config(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record);
    }
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), UTF_8)));
  }
}
