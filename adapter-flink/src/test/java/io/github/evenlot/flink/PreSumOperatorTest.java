package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Cluster.Resolver.class)
class PreSumOperatorTest {

  private static final List<MetricRow> ROWS =
      ZombieTest.rows(SampleFacts.of(100, 11)).subList(0, 50);

  private static List<MetricRow> sums(Cluster cluster, List<MetricRow> changes, int capacity)
      throws Exception {
    CollectSink<MetricRow> sums = new CollectSink<>();
    StreamExecutionEnvironment environment = Cluster.batch(1);
    environment
        .fromData(RowTypes.ROW, changes.toArray(MetricRow[]::new))
        .transform("pre-sums", RowTypes.ROW, new PreSumOperator(capacity))
        .sinkTo(sums);
    cluster.run(environment);
    return sums.collected();
  }

  private static Map<RowKey, ExactMoments> total(List<MetricRow> rows) {
    Map<RowKey, ExactMoments> total = new TreeMap<>();
    rows.forEach(row -> MetricRows.addTo(total, Map.of(row.key(), row.increment())));
    return total;
  }

  private static List<MetricRow> times(int times) {
    return IntStream.range(0, times).boxed().flatMap(any -> ROWS.stream()).toList();
  }

  @Test
  @DisplayName("each row is sent once, as the sum of its changes")
  void once(Cluster cluster) throws Exception {
    List<MetricRow> sums = sums(cluster, times(7), 1000);
    assertThat(sums).hasSameSizeAs(ROWS);
    assertThat(total(sums)).isEqualTo(total(times(7)));
  }

  @Test
  @DisplayName("too many rows go early, and the sums are the same")
  void early(Cluster cluster) throws Exception {
    List<MetricRow> sums = sums(cluster, times(7), ROWS.size() / 5);
    assertThat(sums).hasSize(7 * ROWS.size());
    assertThat(total(sums)).isEqualTo(total(times(7)));
  }

  @Test
  @DisplayName("changes that undo each other are not sent")
  void undone(Cluster cluster) throws Exception {
    Stream<MetricRow> undoing =
        ROWS.stream()
            .map(row -> new MetricRow(row.key(), ExactMoments.ZERO.minus(row.increment())));
    assertThat(sums(cluster, Stream.concat(ROWS.stream(), undoing).toList(), 1000)).isEmpty();
  }
}
