package io.github.evenlot.analysis;

import io.github.evenlot.statistics.ExactMoments;
import io.github.evenlot.statistics.Moments;
import java.util.List;

/**
 * What was measured of one metric.
 *
 * @param strata of each epoch the moments of each arm, the control first
 */
record MetricData(List<List<Moments>> strata) {

  static MetricData of(RowIndex rows, String metric) {
    return new MetricData(
        rows.strata(metric).stream()
            .map(arms -> arms.stream().map(MetricData::moments).toList())
            .toList());
  }

  private static Moments moments(ExactMoments sums) {
    return sums.isZero() ? Moments.EMPTY : Moments.of(sums);
  }

  /** Of each epoch the control and one treatment. */
  List<List<Moments>> pair(int treatment) {
    return strata.stream().map(arms -> List.of(arms.get(0), arms.get(treatment))).toList();
  }
}
