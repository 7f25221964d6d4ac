package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.port.RowOrigin;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Cluster.Resolver.class)
class LateFactsTest {

  private static final Duration SLACK = Duration.ofMinutes(10);

  private final RecordingStore store = new RecordingStore();
  private final ExperimentsSnapshot experiments = ExperimentsSnapshot.of(SampleFacts.EXPERIMENTS);

  @TempDir Path savepoints;

  @Test
  @DisplayName("batch less stream is the side output, exactly")
  void law(Cluster cluster) throws Exception {
    List<Fact> facts = arrivals(SampleFacts.of(400, 5));
    List<Fact> late = stream(cluster, facts);
    batch(cluster, facts);
    List<Fact> counted = new ArrayList<>(facts);
    late.forEach(counted::remove);
    assertThat(late).hasSizeBetween(50, facts.size() / 2);
    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(counted, SampleFacts.EXPERIMENTS))
        .isNotEqualTo(store.rows(RowOrigin.BATCH));
    assertThat(store.rows(RowOrigin.BATCH)).isEqualTo(Fold.rows(facts, SampleFacts.EXPERIMENTS));
  }

  /** In order of time, but for minutes; a tenth comes up to two days later. */
  private static List<Fact> arrivals(List<Fact> facts) {
    record Arrival(Instant time, Fact fact) {}
    Random random = new Random(6);
    return facts.stream()
        .map(
            fact -> {
              long most = random.nextInt(10) == 0 ? 2 * 24 * 60 : SLACK.toMinutes();
              return new Arrival(fact.time().plusSeconds(60 * random.nextLong(most)), fact);
            })
        .sorted(Comparator.comparing(Arrival::time))
        .map(Arrival::fact)
        .toList();
  }

  private List<Fact> stream(Cluster cluster, List<Fact> facts) throws Exception {
    CollectSink<Fact> late = new CollectSink<>();
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    retaining(Duration.ofHours(6), store)
        .attachTo(
            FactSource.inOrder(
                environment, facts, RateLimiterStrategy.noOp(), EventTimes.behind(SLACK)))
        .late()
        .sinkTo(late);
    JobID job = cluster.run(environment);
    assertThat(CounterReporter.count(job, "lateFacts")).isEqualTo(late.collected().size());
    return late.collected();
  }

  private void batch(Cluster cluster, List<Fact> facts) throws Exception {
    StreamExecutionEnvironment environment = Cluster.batch(2);
    MetricRowPipeline.batch(1, experiments, store.supplier())
        .attachTo(FactSource.of(environment, facts));
    cluster.run(environment);
  }

  private MetricRowPipeline retaining(Duration retention, RecordingStore to) {
    return MetricRowPipeline.stream(to.nextJobEpoch(RowOrigin.STREAM), experiments, to.supplier())
        .withRetention(retention);
  }

  @Test
  @DisplayName("a fact that was too late before a restart is too late after it")
  void horizonOutlivesRestart(Cluster cluster) throws Exception {
    UnitId unit = UnitId.of("u");
    Fact click = event(unit, SampleFacts.START);
    Fact muchLater = exposure(UnitId.of("other"), SampleFacts.START.plus(Duration.ofDays(60)));
    // Counted, it would make the click count, but that has been forgotten.
    Fact tooLate = exposure(unit, SampleFacts.START.minusSeconds(1));
    Fact inTime = exposure(unit, muchLater.time());
    Stopped stopped = stop(cluster, store, Duration.ofDays(1), List.of(click, muchLater));

    CollectSink<Fact> late = new CollectSink<>();
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    retaining(Duration.ofDays(1), store)
        .attachTo(FactSource.of(environment, List.of(tooLate, inTime)))
        .late()
        .sinkTo(late);
    cluster.await(cluster.submit(environment, from(stopped)));

    assertThat(late.collected()).containsExactly(tooLate);
    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(List.of(click, muchLater, inTime), SampleFacts.EXPERIMENTS));
  }

  @Test
  @DisplayName("events that can't matter any more leave the state")
  void forgets(Cluster cluster) throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      facts.add(event(UnitId.of("never exposed " + i), SampleFacts.START.plusSeconds(i)));
    }
    facts.add(exposure(UnitId.of("later"), SampleFacts.START.plus(Duration.ofDays(60))));
    long kept = size(stop(cluster, new RecordingStore(), Duration.ofDays(1000), facts));
    long forgotten = size(stop(cluster, new RecordingStore(), Duration.ofDays(1), facts));
    assertThat(forgotten).isLessThan(kept / 5);
  }

  private Stopped stop(Cluster cluster, RecordingStore to, Duration retention, List<Fact> facts)
      throws Exception {
    return Stopped.after(
        cluster,
        Cluster.streaming(2),
        retaining(retention, to),
        to,
        facts,
        EventTimes.behind(SLACK),
        savepoints);
  }

  private static SavepointRestoreSettings from(Stopped stopped) {
    return SavepointRestoreSettings.forPath(stopped.savepoint(), true);
  }

  private static long size(Stopped stopped) throws Exception {
    try (Stream<Path> files = Files.walk(Path.of(URI.create(stopped.savepoint())))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static Exposure exposure(UnitId unit, Instant time) {
    return new Exposure("colour", unit, "blue", 1, time);
  }

  private static MetricEvent event(UnitId unit, Instant time) {
    return new MetricEvent("e", unit, "click", 0, time);
  }
}
