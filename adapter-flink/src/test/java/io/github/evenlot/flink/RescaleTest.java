package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.port.RowOrigin;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Cluster.Resolver.class)
class RescaleTest {

  private static final List<Fact> FACTS = SampleFacts.of(300, 8);

  private final RecordingStore store = new RecordingStore();

  @TempDir Path savepoints;

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({"1, 2", "2, 1", "2, 3"})
  @DisplayName("a job goes on from a savepoint with another parallelism, and the rows are the same")
  void rescale(int before, int after, Cluster cluster) throws Exception {
    List<Fact> first = FACTS.subList(0, FACTS.size() / 2);
    List<Fact> second = FACTS.subList(FACTS.size() / 2, FACTS.size());
    Stopped stopped =
        Stopped.after(
            cluster,
            Cluster.streaming(before),
            nextJob(),
            store,
            first,
            WatermarkStrategy.noWatermarks(),
            savepoints);

    StreamExecutionEnvironment environment = Cluster.streaming(after);
    nextJob().attachTo(FactSource.of(environment, second));
    cluster.await(
        cluster.submit(environment, SavepointRestoreSettings.forPath(stopped.savepoint(), true)));

    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS))
        .isNotEqualTo(Fold.rows(second, SampleFacts.EXPERIMENTS));
  }

  private MetricRowPipeline nextJob() {
    return MetricRowPipeline.stream(
        store.nextJobEpoch(RowOrigin.STREAM),
        ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS),
        store.supplier());
  }
}
