package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Cluster.Resolver.class)
class ZombieTest {

  private static final List<Fact> FACTS = SampleFacts.of(200, 9);
  static final Fence FENCE = new Fence(1, 1);
  private static final int BEFORE_PAUSE = FACTS.size() / 2;

  private final RecordingStore store = new RecordingStore();

  @Test
  @DisplayName("a job that should be dead changes nothing once a newer one has written")
  void olderJob(Cluster cluster) throws Exception {
    PauseAt<?> pause = new PauseAt<>(BEFORE_PAUSE);
    StreamExecutionEnvironment old = Cluster.streaming(1);
    job(1).attachTo(FactSource.inOrder(old, FACTS, pause, WatermarkStrategy.noWatermarks()));
    JobID zombie = cluster.submit(old);
    store.await(() -> !store.writes().isEmpty());

    StreamExecutionEnvironment young = Cluster.streaming(2);
    job(2).attachTo(FactSource.of(young, FACTS));
    cluster.run(young);
    int writes = store.writes().size();
    pause.goOn();
    cluster.await(zombie);

    List<RecordingStore.Write> after = store.writes().subList(writes, store.writes().size());
    assertThat(after).isNotEmpty().allMatch(write -> write.fence().jobEpoch() == 1);
    assertThat(after).allMatch(write -> write.written() == 0);
    assertThat(store.rows(RowOrigin.STREAM)).isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName("an older attempt of the same job changes nothing either")
  void olderAttempt() throws Exception {
    List<MetricRow> early = rows(FACTS.subList(0, BEFORE_PAUSE));
    List<MetricRow> full = over(early, rows(FACTS));
    try (RowCommitter attempt = committer();
        RowCommitter zombie = committer()) {
      attempt.commit(List.of(new Request(new FencedRows(new Fence(1, 8), full))));
      zombie.commit(List.of(new Request(new FencedRows(new Fence(1, 7), early))));
    }
    assertThat(store.writes())
        .extracting(RecordingStore.Write::written)
        .containsExactly(full.size(), 0);
    assertThat(store.rows(RowOrigin.STREAM)).isEqualTo(Fold.map(full));
  }

  @Test
  @DisplayName("what has the same fence is written at once, older fences first")
  void together() throws Exception {
    List<MetricRow> rows = rows(FACTS);
    int half = rows.size() / 2;
    FencedRows newer = new FencedRows(new Fence(1, 8), rows.subList(0, half));
    FencedRows sameAsNewer = new FencedRows(new Fence(1, 8), rows.subList(half, rows.size()));
    FencedRows older = new FencedRows(new Fence(1, 7), rows);
    try (RowCommitter committer = committer()) {
      committer.commit(List.of(new Request(newer), new Request(older), new Request(sameAsNewer)));
    }
    assertThat(store.writes())
        .extracting(RecordingStore.Write::fence)
        .containsExactly(new Fence(1, 7), new Fence(1, 8));
    assertThat(store.writes())
        .extracting(RecordingStore.Write::written)
        .containsExactly(rows.size(), rows.size());
  }

  static List<MetricRow> rows(List<Fact> facts) {
    List<MetricRow> rows = new ArrayList<>();
    Fold.rows(facts, SampleFacts.EXPERIMENTS)
        .forEach((key, moments) -> rows.add(new MetricRow(key, moments)));
    return rows;
  }

  /** The later rows, and zero for those that there were before and are no more. */
  private static List<MetricRow> over(List<MetricRow> early, List<MetricRow> later) {
    Map<RowKey, MetricRow> rows = new TreeMap<>();
    early.forEach(row -> rows.put(row.key(), new MetricRow(row.key(), ExactMoments.ZERO)));
    later.forEach(row -> rows.put(row.key(), row));
    return List.copyOf(rows.values());
  }

  private RowCommitter committer() {
    return new RowCommitter(RowOrigin.STREAM, 1, store.supplier().get());
  }

  private MetricRowPipeline job(long epoch) {
    return MetricRowPipeline.stream(
        epoch, ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS), store.supplier());
  }
}
