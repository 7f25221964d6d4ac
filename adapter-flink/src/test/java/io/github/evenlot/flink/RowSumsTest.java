package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RowSumsTest {

  private static final RowKey KEY =
      new RowKey(
          "e", 1, "a", "spend", LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-01"));
  private static final ExactMoments MOST = ExactMoments.ofUnit(9_000_000_000_000_000_000L);

  @Test
  @DisplayName("a sum of a row that does not fit is an error that names the row")
  void overflow() {
    ExactMoments two = RowSums.plus(KEY, MOST, MOST);
    assertThat(two.n()).isEqualTo(2);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> RowSums.plus(KEY, two, MOST))
        .withMessageStartingWith("RowKey[experiment=e, epoch=1, variant=a, metric=spend")
        .withMessageEndingWith("does not fit into 128 bits");
  }
}
