package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.port.RowOrigin;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Cluster.Resolver.class)
class MetricRowPipelineTest {

  private static final List<Fact> FACTS = SampleFacts.of(400, 1);

  private final RecordingStore store = new RecordingStore();
  private final ExperimentsSnapshot experiments = ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS);

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("the streaming job writes the rows that one thread finds")
  void streaming(int parallelism, Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.streaming(parallelism);
    MetricRowPipeline.stream(1, experiments, store.supplier())
        .attachTo(FactSource.of(environment, FACTS));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("the batch job writes the rows that one thread finds")
  void batch(int parallelism, Cluster cluster) throws Exception {
    StreamExecutionEnvironment environment = Cluster.batch(parallelism);
    MetricRowPipeline.batch(1, experiments, store.supplier())
        .attachTo(FactSource.of(environment, FACTS));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.BATCH))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS))
        .isNotEmpty();
  }
}
