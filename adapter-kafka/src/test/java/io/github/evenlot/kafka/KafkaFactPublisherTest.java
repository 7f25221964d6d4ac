package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaFactPublisherTest {

  private static final Instant TIME = Instant.parse("2014-03-01T12:00:00.123456789Z");

  private final SharedKafka kafka;
  private final Topics topics;

  KafkaFactPublisherTest(SharedKafka kafka) {
    this.kafka = kafka;
    this.topics = kafka.newTopics();
  }

  @Test
  @DisplayName("The record's key is the unit, its timestamp the event time.")
  void keyAndTimestamp() {
    publish(exposure("ann", TIME), event("ann", TIME));
    for (String topic : List.of(topics.exposures(), topics.events())) {
      ConsumerRecord<byte[], byte[]> record = kafka.records(topic).get(0);
      assertThat(record.key()).isEqualTo("ann".getBytes(UTF_8));
      assertThat(record.timestamp()).isEqualTo(TIME.toEpochMilli());
      assertThat(record.headers()).isEmpty();
    }
  }

  @Test
  @DisplayName("Before 1970 the timestamp is 0; the time of the fact is kept, as far ones are.")
  void farTimes() {
    Exposure past = exposure("ann", Instant.parse("0001-01-01T00:00:00Z"));
    Exposure future = exposure("bob", Instant.parse("9999-12-31T23:59:59.999999999Z"));
    publish(past, future);
    assertThat(kafka.facts(topics)).containsExactlyInAnyOrder(past, future);
    assertThat(kafka.records(topics.exposures()))
        .extracting(ConsumerRecord::timestamp)
        .containsExactlyInAnyOrder(0L, future.time().toEpochMilli());
  }

  @Test
  @DisplayName("Exposures and events of a unit are in the same partition number.")
  void samePartition() {
    List<String> units = IntStream.range(0, 50).mapToObj(i -> "unit-" + i).toList();
    publish(
        units.stream()
            .flatMap(unit -> Stream.of(exposure(unit, TIME), event(unit, TIME)))
            .toArray(Fact[]::new));
    Map<String, Integer> exposures = partitions(topics.exposures());
    assertThat(exposures).isEqualTo(partitions(topics.events())).hasSize(50);
    assertThat(exposures.values()).contains(0, 1);
  }

  @Test
  @DisplayName("Hostile unit ids come back equal, and as the key.")
  void hostileUnits() {
    List<String> units =
        List.of("", "\u0000", "😀", "ü", "\uFFFF", "x".repeat(10_000), "😀".repeat(2_500));
    publish(units.stream().map(unit -> exposure(unit, TIME)).toArray(Fact[]::new));
    assertThat(kafka.facts(topics))
        .extracting(fact -> fact.unit().value())
        .containsExactlyInAnyOrderElementsOf(units);
    assertThat(partitions(topics.exposures())).containsOnlyKeys(units);
  }

  @Test
  @DisplayName("A unit without a UTF-8 form fails its stage and the flush; the others are written.")
  void unpairedSurrogate() {
    KafkaFactPublisher publisher = KafkaFactPublisher.connect(kafka.config(), topics);
    var failed = publisher.publish(exposure("a\uD800b", TIME)).toCompletableFuture();
    publisher.publish(exposure("ann", TIME));
    String reason = "unit has an unpaired surrogate at index 1, so it has no UTF-8 form";
    assertThat(failed).isCompletedExceptionally();
    assertThatIllegalStateException()
        .isThrownBy(publisher::flush)
        .withMessageContaining("1 records were not written")
        .withMessageContaining(reason);
    publisher.close();
    assertThat(kafka.facts(topics)).containsExactly(exposure("ann", TIME));
  }

  @Test
  @DisplayName("Kafka sees an idempotent producer, and no sequence number twice.")
  void idempotent() throws Exception {
    publish(IntStream.range(0, 100).mapToObj(i -> exposure("unit" + i, TIME)).toArray(Fact[]::new));
    TopicPartition partition = new TopicPartition(topics.exposures(), 0);
    try (Admin admin = kafka.admin()) {
      PartitionProducerState state =
          admin.describeProducers(List.of(partition)).partitionResult(partition).get();
      assertThat(state.activeProducers())
          .singleElement()
          .satisfies(
              producer -> {
                assertThat(producer.producerId()).isNotNegative();
                assertThat(producer.lastSequence()).isEqualTo(recordsIn(partition.partition()) - 1);
              });
    }
  }

  @Test
  @DisplayName("A configuration that could lose or double facts is refused.")
  void lesserPromises() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KafkaFactPublisher.connect(kafka.config("acks", "1"), topics))
        .withMessage("acks is 1, but only all keeps every record once");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> KafkaFactPublisher.connect(kafka.config("enable.idempotence", false), topics))
        .withMessage("enable.idempotence is false, but only true keeps every record once");
    KafkaFactPublisher.connect(kafka.config("acks", "-1"), topics).close();
  }

  @Test
  @DisplayName("A configuration that Kafka refuses is named.")
  void badConfiguration() {
    assertThatIllegalStateException()
        .isThrownBy(() -> KafkaFactPublisher.connect(kafka.config("linger.ms", "soon"), topics))
        .withMessageContaining("linger.ms");
    assertThatIllegalStateException()
        .isThrownBy(() -> KafkaFactPublisher.connect(Map.of(), topics))
        .withMessageContaining("bootstrap.servers");
  }

  @Test
  @DisplayName("Without a broker, publishing fails within max.block.ms and says where it looked.")
  void unreachable() throws IOException {
    String nobody = "127.0.0.1:" + closedPort();
    Map<String, Object> config = Map.of("bootstrap.servers", nobody, "max.block.ms", 300);
    KafkaFactPublisher publisher = KafkaFactPublisher.connect(config, topics);
    long start = System.nanoTime();
    CompletableFuture<Void> stage = publisher.publish(exposure("ann", TIME)).toCompletableFuture();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThatThrownBy(stage::join)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("not written to " + topics.exposures())
        .hasMessageContaining("Is Kafka reachable at " + nobody);
    assertThatIllegalStateException().isThrownBy(publisher::close);
    publisher.close();
  }

  @Test
  @DisplayName("A flush reports what was lost since the last flush, once.")
  void flushReportsOnce() {
    Map<String, Object> config = kafka.config("max.request.size", 500);
    try (KafkaFactPublisher publisher = KafkaFactPublisher.connect(config, topics)) {
      publisher.publish(exposure("x".repeat(600), TIME));
      publisher.publish(exposure("y".repeat(600), TIME));
      publisher.publish(exposure("ann", TIME));
      assertThatIllegalStateException()
          .isThrownBy(publisher::flush)
          .withMessageStartingWith("2 records were not written since the last flush; the first:")
          .withMessageContaining("max.request.size");
      publisher.flush();
    }
    assertThat(kafka.facts(topics)).containsExactly(exposure("ann", TIME));
  }

  @Test
  @DisplayName("What is published after closing fails.")
  void closed() {
    KafkaFactPublisher publisher = KafkaFactPublisher.connect(kafka.config(), topics);
    publisher.close();
    assertThat(publisher.publish(exposure("ann", TIME)).toCompletableFuture())
        .isCompletedExceptionally();
  }

  private void publish(Fact... facts) {
    try (KafkaFactPublisher publisher = KafkaFactPublisher.connect(kafka.config(), topics)) {
      List.of(facts).forEach(publisher::publish);
    }
  }

  private Map<String, Integer> partitions(String topic) {
    Map<String, Integer> partitions = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : kafka.records(topic)) {
      partitions.put(new String(record.key(), UTF_8), record.partition());
    }
    return partitions;
  }

  private int recordsIn(int partition) {
    Collection<ConsumerRecord<byte[], byte[]>> records = kafka.records(topics.exposures());
    return (int) records.stream().filter(r -> r.partition() == partition).count();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Exposure exposure(String unit, Instant time) {
    return new Exposure("checkout", UnitId.of(unit), "green", 1, time);
  }

  private static MetricEvent event(String unit, Instant time) {
    return new MetricEvent("e-1", UnitId.of(unit), "order", 1_000_000, time);
  }
}
