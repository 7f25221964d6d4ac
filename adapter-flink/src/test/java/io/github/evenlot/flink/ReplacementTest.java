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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Cluster.Resolver.class)
class ReplacementTest {

  private static final List<Fact> FACTS = SampleFacts.of(150, 10);
  private static final List<Fact> FEWER = FACTS.subList(0, FACTS.size() / 3);
  private static final ExperimentsSnapshot EXPERIMENTS =
      ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS);

  private final RecordingStore store = new RecordingStore();

  @TempDir Path savepoints;

  @Test
  @DisplayName("a batch job over fewer facts leaves nothing of the one before it")
  void batch(Cluster cluster) throws Exception {
    for (List<Fact> facts : List.of(FACTS, FEWER)) {
      StreamExecutionEnvironment environment = Cluster.batch(2);
      MetricRowPipeline.batch(store.nextJobEpoch(RowOrigin.BATCH), EXPERIMENTS, store.supplier())
          .attachTo(FactSource.of(environment, facts));
      cluster.run(environment);
    }
    assertThat(store.rows(RowOrigin.BATCH)).isEqualTo(Fold.rows(FEWER, SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName("a batch job that finds nothing to count leaves nothing either")
  void nothing(Cluster cluster) throws Exception {
    store.upsert(RowOrigin.BATCH, ZombieTest.FENCE, ZombieTest.rows(FEWER));
    StreamExecutionEnvironment environment = Cluster.batch(2);
    MetricRowPipeline.batch(2, EXPERIMENTS, store.supplier())
        .attachTo(FactSource.of(environment, FEWER).filter(any -> false));
    cluster.run(environment);
    assertThat(store.rows(RowOrigin.BATCH)).isEmpty();
  }

  @Test
  @DisplayName("a store that was lost is whole again after a restart from a savepoint")
  void lostStore(Cluster cluster) throws Exception {
    Stopped stopped =
        Stopped.after(
            cluster,
            Cluster.streaming(2),
            MetricRowPipeline.stream(1, EXPERIMENTS, store.supplier()),
            store,
            FACTS,
            WatermarkStrategy.noWatermarks(),
            savepoints);
    RecordingStore empty = new RecordingStore();
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    MetricRowPipeline.stream(2, EXPERIMENTS, empty.supplier())
        .attachTo(FactSource.of(environment, FEWER));
    cluster.await(
        cluster.submit(environment, SavepointRestoreSettings.forPath(stopped.savepoint(), true)));
    assertThat(empty.rows(RowOrigin.STREAM))
        .isEqualTo(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }
}
