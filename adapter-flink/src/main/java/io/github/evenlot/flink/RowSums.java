package io.github.evenlot.flink;

import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;

/** Sums of moments that name the row when they overflow. */
final class RowSums {

  private RowSums() {}

  /**
   * @throws ArithmeticException if a sum does not fit
   */
  static ExactMoments plus(RowKey key, ExactMoments a, ExactMoments b) {
    try {
      return a.plus(b);
    } catch (ArithmeticException e) {
      ArithmeticException named = new ArithmeticException(key + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }
}
