package io.github.evenlot.metric;

import io.github.evenlot.statistics.ExactMoments;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adding rows up. */
public final class MetricRows {

  private MetricRows() {}

  /**
   * The moments of each variant as of the end of a day, over all epochs and exposure days.
   *
   * @param metric the metric's key, or one of those of {@link RowKey}
   * @return by variant id; a variant without rows is absent
   */
  public static Map<String, ExactMoments> asOf(
      Collection<MetricRow> rows, String metric, LocalDate day) {
    Map<String, ExactMoments> moments = new TreeMap<>();
    for (MetricRow row : rows) {
      if (row.key().metric().equals(metric) && !row.key().eventDay().isAfter(day)) {
        moments.merge(row.key().variant(), row.increment(), ExactMoments::plus);
      }
    }
    return moments;
  }

  /**
   * The increments by key, sorted.
   *
   * @throws IllegalArgumentException if two rows have the same key, for neither could then be the
   *     absolute value
   */
  public static SortedMap<RowKey, ExactMoments> byKey(Collection<MetricRow> rows) {
    SortedMap<RowKey, ExactMoments> sorted = new TreeMap<>();
    for (MetricRow row : rows) {
      if (sorted.put(row.key(), row.increment()) != null) {
        throw new IllegalArgumentException("two rows have the key " + row.key());
      }
    }
    return sorted;
  }

  /** The number of units of {@code metric} as of the end of a day, over all variants. */
  public static long countAsOf(Collection<MetricRow> rows, String metric, LocalDate day) {
    return asOf(rows, metric, day).values().stream().mapToLong(ExactMoments::n).sum();
  }

  /** Adds {@code added} to {@code rows} in place, dropping rows that become zero. */
  public static void addTo(Map<RowKey, ExactMoments> rows, Map<RowKey, ExactMoments> added) {
    added.forEach((key, moments) -> add(rows, key, moments));
  }

  /** {@code after − before}, row by row, without those that do not differ. */
  public static Map<RowKey, ExactMoments> difference(
      Map<RowKey, ExactMoments> after, Map<RowKey, ExactMoments> before) {
    Map<RowKey, ExactMoments> difference = new HashMap<>(after);
    before.forEach((key, moments) -> add(difference, key, ExactMoments.ZERO.minus(moments)));
    return difference;
  }

  static void add(Map<RowKey, ExactMoments> rows, RowKey key, ExactMoments moments) {
    rows.merge(
        key,
        moments,
        (a, b) -> {
          ExactMoments sum = a.plus(b);
          return sum.isZero() ? null : sum;
        });
  }
}
