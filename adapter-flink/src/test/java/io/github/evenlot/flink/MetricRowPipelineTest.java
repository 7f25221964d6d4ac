package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.port.RowOrigin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Cluster.Resolver.class)
class MetricRowPipelineTest {

  private static final List<Fact> FACTS = SampleFacts.of(400, 1);

  private final RecordingStore store = new RecordingStore();
  private final ExperimentsSnapshot experiments = ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS);
  private final MetricRowPipeline stream =
      MetricRowPipeline.stream(1, experiments, store.supplier());
  private final MetricRowPipeline batch = MetricRowPipeline.batch(1, experiments, store.supplier());

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("the streaming job writes the rows that one thread finds")
  void streaming(int parallelism, Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.streaming(parallelism);
    stream.attachTo(FactSource.of(environment, FACTS));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS))
        .hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("the batch job writes the rows that one thread finds, each once")
  void batch(int parallelism, Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.batch(parallelism);
    batch.attachTo(FactSource.of(environment, FACTS));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.BATCH))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS))
        .hasSizeGreaterThan(100);
    assertThat(store.writes()).hasSize(1);
  }

  @Test
  @DisplayName("neither order nor repetition of the facts changes a row")
  void order(Cluster cluster) throws Exception {
    List<Fact> facts = new ArrayList<>(FACTS);
    facts.addAll(FACTS.subList(0, FACTS.size() / 2));
    Collections.shuffle(facts, new Random(2));
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    stream.attachTo(FactSource.of(environment, facts));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.STREAM)).isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName("exposures and events may come in streams of their own")
  void twoStreams(Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.batch(2);
    DataStream<Fact> facts = FactSource.of(environment, FACTS);
    DataStream<Exposure> exposures =
        facts
            .filter(Exposure.class::isInstance)
            .map(fact -> (Exposure) fact)
            .returns(FactTypes.EXPOSURE);
    DataStream<MetricEvent> events =
        facts
            .filter(MetricEvent.class::isInstance)
            .map(fact -> (MetricEvent) fact)
            .returns(FactTypes.METRIC_EVENT);
    batch.attachTo(MetricRowPipeline.facts(exposures, events));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.BATCH)).isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName(
      "an exposure to no known experiment goes aside with the reason, and nothing else does")
  void rejected(Cluster cluster) throws Exception {
    Fact unknown = new Exposure("shape", UnitId.of("u"), "round", 1, SampleFacts.START);
    CollectSink<RejectedFact> rejected = new CollectSink<>();
    StreamExecutionEnvironment environment = Cluster.streaming(1);
    stream
        .attachTo(
            FactSource.of(environment, Stream.concat(Stream.of(unknown), FACTS.stream()).toList()))
        .rejected()
        .sinkTo(rejected);
    JobID job = cluster.run(environment);
    assertThat(CounterReporter.count(job, "rejectedFacts")).isEqualTo(1);
    assertThat(rejected.collected())
        .containsExactly(new RejectedFact(unknown, "no experiment \"shape\""));
    assertThat(store.rows(RowOrigin.STREAM)).isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName("events of metrics that no experiment has are counted as such and dropped")
  void unmeasured(Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.batch(2);
    batch.attachTo(FactSource.of(environment, FACTS));
    JobID job = cluster.run(environment);
    assertThat(CounterReporter.count(job, "unmeasuredEvents"))
        .isPositive()
        .isEqualTo(FACTS.stream().filter(MetricRowPipelineTest::isScroll).count());
  }

  private static boolean isScroll(Fact fact) {
    return fact instanceof MetricEvent event && event.metric().equals("scroll");
  }

  @Test
  @DisplayName("the store is opened once, by the task that writes, and closed")
  void connections(Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    stream.attachTo(FactSource.of(environment, FACTS));
    cluster.run(environment);
    assertThat(store.opened).hasValue(1);
    assertThat(store.open).hasValue(0);
  }

  @Test
  @DisplayName("a configuration that can't be right is refused, and says why")
  void refusals() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> MetricRowPipeline.stream(0, experiments, store.supplier()))
        .withMessage("jobEpoch 0 is below 1");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> stream.withRetention(Duration.ofHours(-1)))
        .withMessage("retention PT-1H is negative");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> batch.withRetention(Duration.ofHours(1)))
        .withMessage("a batch job has no retention: it counts all facts");
  }

  @Test
  @DisplayName("a stream of facts that would be carried by Kryo is refused")
  void wrongType() {
    DataStream<Fact> generic =
        FactSource.of(Cluster.streaming(1), FACTS)
            .map(fact -> fact)
            .returns(TypeInformation.of(Fact.class));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> stream.attachTo(generic))
        .withMessageEndingWith("not FactTypes.FACT: call returns(FactTypes.FACT)");
  }
}
