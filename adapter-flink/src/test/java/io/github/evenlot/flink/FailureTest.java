package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The source reads in order, so that after each checkpoint the rows are those of a prefix. */
@ExtendWith(Cluster.Resolver.class)
class FailureTest {

  private static final List<Fact> FACTS = SampleFacts.of(300, 3);
  private static final int FACTS_A_CHECKPOINT = 200;

  private static final AtomicInteger attempts = new AtomicInteger();

  private final RecordingStore store = new RecordingStore();

  @BeforeEach
  void noAttemptYet() {
    attempts.set(0);
  }

  @Test
  @DisplayName("without a failure the store holds a longer prefix of the facts after every write")
  void noFailure(Cluster cluster) throws Exception {
    run(cluster, Integer.MAX_VALUE);
    assertPrefixes();
    assertThat(attempts).hasValue(1);
  }

  @Test
  @DisplayName("a task that fails between checkpoints takes no row back and counts nothing twice")
  void failingTask(Cluster cluster) throws Exception {
    run(cluster, 3);
    assertPrefixes();
    assertThat(attempts).hasValue(2);
  }

  @Test
  @DisplayName("a store that fails before it has written is written to again")
  void failingBeforeWrite(Cluster cluster) throws Exception {
    store.failAtWrite(4, false);
    run(cluster, Integer.MAX_VALUE);
    assertPrefixes();
    assertThat(attempts).hasValue(2);
  }

  @Test
  @DisplayName(
      "a store that fails after it has written is written the same again, which is refused")
  void failingAfterWrite(Cluster cluster) throws Exception {
    store.failAtWrite(4, true);
    run(cluster, Integer.MAX_VALUE);
    assertPrefixes();
    assertThat(attempts).hasValue(2);
    Set<Fence> fences = new HashSet<>();
    assertThat(store.writes().stream().filter(write -> !fences.add(write.fence())))
        .isNotEmpty()
        .allMatch(write -> write.written() == 0);
  }

  private void run(Cluster cluster, int failAfterCheckpoints) throws Exception {
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    environment.enableCheckpointing(10);
    DataStream<Fact> facts =
        FactSource.inOrder(
                environment,
                FACTS,
                RateLimiterStrategy.perCheckpoint(FACTS_A_CHECKPOINT),
                WatermarkStrategy.noWatermarks())
            .map(new FailOnce(failAfterCheckpoints))
            .setParallelism(1)
            .returns(FactTypes.FACT)
            .uid("fail-once");
    MetricRowPipeline.stream(1, ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS), store.supplier())
        .attachTo(facts);
    cluster.run(environment);
  }

  private void assertPrefixes() {
    Prefixes prefixes = new Prefixes(FACTS);
    SortedMap<RowKey, ExactMoments> held = new TreeMap<>();
    for (RecordingStore.Write write : store.writes()) {
      if (write.written() > 0) {
        held = Prefixes.after(held, write.rows());
      }
      assertThat(prefixes.reach(held))
          .as("%s holds the rows of a prefix of at least %d", write.fence(), prefixes.length())
          .isTrue();
    }
    assertThat(store.writes()).hasSizeGreaterThan(FACTS.size() / FACTS_A_CHECKPOINT / 2);
    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(held)
        .isEqualTo(Fold.rows(FACTS, SampleFacts.EXPERIMENTS));
  }

  /** Fails in the first attempt, some facts after a number of checkpoints are complete. */
  private static final class FailOnce implements MapFunction<Fact, Fact>, CheckpointListener {

    private final int afterCheckpoints;
    private int complete;
    private int attempt;
    private int since;

    FailOnce(int afterCheckpoints) {
      this.afterCheckpoints = afterCheckpoints;
    }

    @Override
    public Fact map(Fact fact) {
      if (attempt == 0) {
        attempt = attempts.incrementAndGet();
      }
      if (attempt == 1 && complete >= afterCheckpoints && ++since > FACTS_A_CHECKPOINT / 2) {
        throw new IllegalStateException("a failure on purpose");
      }
      return fact;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      complete++;
    }
  }
}
