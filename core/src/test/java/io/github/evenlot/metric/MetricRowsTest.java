package io.github.evenlot.metric;

import static io.github.evenlot.statistics.ExactMoments.ofCount;
import static io.github.evenlot.statistics.ExactMoments.ofUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.statistics.ExactMoments;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricRowsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private static RowKey key(int epoch, String variant, String metric, int exposed, int event) {
    return new RowKey(
        "checkout", epoch, variant, metric, DAY.plusDays(exposed), DAY.plusDays(event));
  }

  private static final RowKey A = key(1, "a", "m", 0, 0);
  private static final RowKey A_LATER = key(1, "a", "m", 0, 2);
  private static final RowKey A_NEXT_EPOCH = key(2, "a", "m", 1, 1);
  private static final RowKey B = key(1, "b", "m", 0, 0);
  private static final RowKey OTHER_METRIC = key(1, "a", "n", 0, 0);

  private static final List<MetricRow> ROWS =
      List.of(
          new MetricRow(A, ofUnit(1)),
          new MetricRow(A_LATER, ofUnit(3).minus(ofUnit(1))),
          new MetricRow(A_NEXT_EPOCH, ofUnit(5)),
          new MetricRow(B, ofUnit(7)),
          new MetricRow(OTHER_METRIC, ofUnit(9)));

  @Test
  void sumUpToTheEndOfADay() {
    assertThat(MetricRows.asOf(ROWS, "m", DAY)).isEqualTo(Map.of("a", ofUnit(1), "b", ofUnit(7)));
    assertThat(MetricRows.asOf(ROWS, "m", DAY.plusDays(1)))
        .isEqualTo(Map.of("a", ofUnit(1).plus(ofUnit(5)), "b", ofUnit(7)));
    assertThat(MetricRows.asOf(ROWS, "m", DAY.plusDays(9)))
        .isEqualTo(Map.of("a", ofUnit(3).plus(ofUnit(5)), "b", ofUnit(7)));
    assertThat(MetricRows.asOf(ROWS, "m", DAY.minusDays(1))).isEmpty();
    assertThat(MetricRows.countAsOf(ROWS, "m", DAY.plusDays(9))).isEqualTo(3);
    assertThat(MetricRows.countAsOf(ROWS, "none", DAY.plusDays(9))).isZero();
  }

  @Test
  void addUpAndVanishWhenZero() {
    Map<RowKey, ExactMoments> rows = new HashMap<>(Map.of(A, ofUnit(1), B, ofUnit(7)));
    MetricRows.addTo(rows, Map.of(A, ofUnit(2), B, ExactMoments.ZERO.minus(ofUnit(7))));
    assertThat(rows).isEqualTo(Map.of(A, ofUnit(1).plus(ofUnit(2))));
  }

  @Test
  void addingTheDifferenceLeadsFromOneToTheOther() {
    Map<RowKey, ExactMoments> before = Map.of(A, ofUnit(1), B, ofUnit(7), A_LATER, ofCount(2));
    Map<RowKey, ExactMoments> after = Map.of(A, ofUnit(1), B, ofUnit(8), OTHER_METRIC, ofUnit(9));
    Map<RowKey, ExactMoments> difference = MetricRows.difference(after, before);
    assertThat(difference)
        .containsOnlyKeys(B, A_LATER, OTHER_METRIC)
        .containsEntry(A_LATER, ofCount(-2));
    Map<RowKey, ExactMoments> rows = new HashMap<>(before);
    MetricRows.addTo(rows, difference);
    assertThat(rows).isEqualTo(after);
    assertThat(MetricRows.difference(after, after)).isEmpty();
  }

  @Test
  void areSortedByKey() {
    assertThat(MetricRows.byKey(ROWS).keySet())
        .containsExactly(A, A_LATER, OTHER_METRIC, B, A_NEXT_EPOCH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricRows.byKey(List.of(ROWS.get(0), ROWS.get(0))))
        .withMessage("two rows have the key " + A);
  }
}
