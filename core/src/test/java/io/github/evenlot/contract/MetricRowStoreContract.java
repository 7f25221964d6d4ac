package io.github.evenlot.contract;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static io.github.evenlot.port.RowOrigin.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link MetricRowStore} does. */
public abstract class MetricRowStoreContract {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");
  private static final Fence FENCE = new Fence(1, 0);

  private MetricRowStore store;

  /** A store without rows, of which no job epoch was asked. Called once before each test. */
  protected abstract MetricRowStore emptyStore();

  @BeforeEach
  void open() {
    store = emptyStore();
  }

  @Test
  @DisplayName("Job epochs begin at 1 and rise, for each origin apart.")
  void jobEpochs() {
    assertThat(store.nextJobEpoch(STREAM)).isEqualTo(1);
    assertThat(store.nextJobEpoch(STREAM)).isEqualTo(2);
    assertThat(store.nextJobEpoch(BATCH)).isEqualTo(1);
  }

  @Test
  @DisplayName("No two jobs get the same epoch, however many ask at once.")
  void jobEpochRace() throws Exception {
    List<List<Long>> epochs =
        Race.run(
            4,
            job ->
                () ->
                    LongStream.range(0, 25).map(i -> store.nextJobEpoch(STREAM)).boxed().toList());
    assertThat(epochs).allSatisfy(of -> assertThat(of).isSorted());
    assertThat(epochs.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  @DisplayName("Rows come back equal and sorted by key, whatever text the keys are.")
  void roundTrip() {
    List<MetricRow> rows = new ArrayList<>();
    for (String text :
        List.of("", "NULL", "a,b", "{}", "\"", "\\", "'", " ", "日本語", "😀", "\uFFFD")) {
      rows.add(new MetricRow(new RowKey("checkout", 1, text, text, DAY, DAY), unit(text.length())));
    }
    rows.add(row("green", RowKey.EXPOSURES, 0, ExactMoments.ofCount(3)));
    rows.add(row("green", RowKey.EXPOSURES, 365 * 400, ExactMoments.ofCount(-2)));
    rows.add(row("green", "zero", 0, ExactMoments.ZERO));
    assertThat(store.upsert(STREAM, FENCE, rows)).isEqualTo(rows.size());
    assertThat(store.find(STREAM, "checkout"))
        .containsExactlyInAnyOrderElementsOf(rows)
        .isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()));
  }

  @Test
  @DisplayName("Sums of 128 bits come back exactly, negative ones too.")
  void exactSums() {
    BigInteger most = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
    List<MetricRow> rows =
        List.of(
            row("highest", "m", 0, moments(Long.MAX_VALUE, most)),
            row("lowest", "m", 0, moments(Long.MIN_VALUE, most.not())),
            row("smallest", "m", 0, moments(1, BigInteger.ONE)),
            row("mixed", "m", 0, ExactMoments.ofUnit(-9_000_000_000_000_000_000L, 7, -3)));
    store.upsert(BATCH, FENCE, rows);
    assertThat(store.find(BATCH, "checkout")).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  @DisplayName("Origins are apart, and so are experiments.")
  void apart() {
    MetricRow other = new MetricRow(new RowKey("other", 1, "v", "m", DAY, DAY), unit(1));
    MetricRow mine = row("v", "m", 0, unit(2));
    store.upsert(STREAM, FENCE, List.of(other, mine));
    store.upsert(BATCH, FENCE, List.of(other));
    assertThat(store.find(STREAM, "checkout")).containsExactly(mine);
    assertThat(store.find(BATCH, "checkout")).isEmpty();
    assertThat(store.find(BATCH, "other")).containsExactly(other);
  }

  @Test
  @DisplayName("No rows are no work.")
  void noRows() {
    assertThat(store.upsert(STREAM, FENCE, List.of())).isZero();
    assertThat(store.removeBefore(STREAM, 5)).isZero();
    assertThat(store.find(STREAM, "checkout")).isEmpty();
  }

  @Test
  @DisplayName("Of two writes the one with the higher fence stays, and the first of equal ones.")
  void fence() {
    assertThat(store.upsert(STREAM, new Fence(2, 5), rows(3, 10))).isEqualTo(3);
    assertThat(store.upsert(STREAM, new Fence(2, 5), rows(3, 11))).isZero();
    assertThat(store.upsert(STREAM, new Fence(2, 4), rows(3, 12))).isZero();
    assertThat(store.upsert(STREAM, new Fence(1, 99), rows(3, 13))).isZero();
    assertThat(store.find(STREAM, "checkout")).isEqualTo(rows(3, 10));
    assertThat(store.upsert(STREAM, new Fence(3, 0), rows(3, 14))).isEqualTo(3);
    assertThat(store.find(STREAM, "checkout")).isEqualTo(rows(3, 14));
  }

  @Test
  @DisplayName("A late write still adds the rows that no later one has written.")
  void lateWrite() {
    store.upsert(STREAM, new Fence(2, 0), rows(3, 10));
    assertThat(store.upsert(STREAM, new Fence(1, 0), rows(5, 20))).isEqualTo(2);
    List<MetricRow> expected = new ArrayList<>(rows(3, 10));
    expected.addAll(rows(5, 20).subList(3, 5));
    assertThat(store.find(STREAM, "checkout")).isEqualTo(expected);
  }

  @Test
  @DisplayName("Writes in any order, repeated at will, end in the same rows.")
  void anyOrder() {
    Random random = new Random(20261122);
    List<Integer> sequences = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> sequences.add(i % 10));
    Collections.shuffle(sequences, random);
    for (int sequence : sequences) {
      List<MetricRow> rows = new ArrayList<>(rows(50, sequence));
      Collections.shuffle(rows, random);
      store.upsert(STREAM, new Fence(1, sequence), rows);
    }
    assertThat(store.find(STREAM, "checkout")).isEqualTo(rows(50, 9));
  }

  @Test
  @DisplayName("Writers at the same time neither block each other for good nor mix their order up.")
  void concurrentWriters() throws Exception {
    Race.run(
        4,
        writer ->
            () -> {
              List<MetricRow> rows = new ArrayList<>(rows(400, writer));
              Collections.shuffle(rows, new Random(writer));
              for (int sequence = 0; sequence < 5; sequence++) {
                store.upsert(STREAM, new Fence(1 + writer, sequence), rows);
              }
              return writer;
            });
    assertThat(store.find(STREAM, "checkout")).isEqualTo(rows(400, 3));
  }

  @Test
  @DisplayName("Many rows are written in one call.")
  void many() {
    List<MetricRow> rows = rows(12_345, 1);
    assertThat(store.upsert(BATCH, FENCE, rows)).isEqualTo(rows.size());
    assertThat(store.find(BATCH, "checkout")).isEqualTo(rows);
  }

  @Test
  @DisplayName("Two rows with the same key in one call are refused, and nothing is written.")
  void sameKeyTwice() {
    List<MetricRow> rows = new ArrayList<>(rows(3, 1));
    rows.add(rows(2, 7).get(1));
    assertThatThrownBy(() -> store.upsert(STREAM, FENCE, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(rows.get(1).key().toString());
    assertThat(store.find(STREAM, "checkout")).isEmpty();
  }

  @Test
  @DisplayName("Rows that only earlier jobs wrote are removed, and counted.")
  void removeBefore() {
    store.upsert(BATCH, new Fence(1, 9), rows(5, 1));
    store.upsert(STREAM, new Fence(1, 9), rows(5, 1));
    store.upsert(BATCH, new Fence(2, 0), rows(3, 2));
    assertThat(store.removeBefore(BATCH, 2)).isEqualTo(2);
    assertThat(store.removeBefore(BATCH, 2)).isZero();
    assertThat(store.find(BATCH, "checkout")).isEqualTo(rows(3, 2));
    assertThat(store.find(STREAM, "checkout")).isEqualTo(rows(5, 1));
  }

  @Test
  @DisplayName("A job that should be dead can't bring removed rows back.")
  void noResurrection() {
    store.upsert(BATCH, new Fence(1, 0), rows(2, 1));
    store.removeBefore(BATCH, 3);
    store.removeBefore(BATCH, 2);
    assertThat(store.upsert(BATCH, new Fence(2, 9), rows(2, 1))).isZero();
    assertThat(store.upsert(STREAM, new Fence(1, 0), rows(2, 1))).isEqualTo(2);
    assertThat(store.upsert(BATCH, new Fence(3, 0), rows(1, 3))).isEqualTo(1);
    assertThat(store.find(BATCH, "checkout")).isEqualTo(rows(1, 3));
  }

  /** Rows on {@code count} days, sorted, each of one unit with this value. */
  private static List<MetricRow> rows(int count, long value) {
    return IntStream.range(0, count).mapToObj(day -> row("v", "m", day, unit(value))).toList();
  }

  private static MetricRow row(String variant, String metric, int day, ExactMoments increment) {
    return new MetricRow(
        new RowKey("checkout", 1, variant, metric, DAY, DAY.plusDays(day)), increment);
  }

  private static ExactMoments unit(long value) {
    return ExactMoments.ofUnit(value, value + 1, value + 2);
  }

  private static ExactMoments moments(long n, BigInteger all) {
    BigDecimal sum = new BigDecimal(all, 6);
    BigDecimal product = new BigDecimal(all, 12);
    return ExactMoments.of(n, sum, product, sum, product, product, sum, product, product);
  }
}
