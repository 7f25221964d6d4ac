package io.github.evenlot.metric;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a row of increments is about. Days are days of UTC.
 *
 * @param experiment the experiment's key
 * @param epoch the epoch of the units' first exposure
 * @param variant the variant of the units' first exposure
 * @param metric the metric's key, or one of {@link #EXPOSURES}, {@link #SWITCHERS}, {@link
 *     #MISMATCHES}, whose rows only count units
 * @param exposureDay the day of the units' first exposure
 * @param eventDay the day whose facts changed the units' cumulative moments by the row's increment
 */
public record RowKey(
    String experiment,
    int epoch,
    String variant,
    String metric,
    LocalDate exposureDay,
    LocalDate eventDay)
    implements Comparable<RowKey> {

  /** Counts the units that are analysed: exposed, and seen in one variant only. */
  public static final String EXPOSURES = "$exposures";

  /** Counts the units seen in two variants: taken out of both, counted under the first. */
  public static final String SWITCHERS = "$switchers";

  /** Counts the units with an exposure whose variant is not the one that their bucket gives. */
  public static final String MISMATCHES = "$mismatches";

  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::experiment)
          .thenComparingInt(RowKey::epoch)
          .thenComparing(RowKey::variant)
          .thenComparing(RowKey::metric)
          .thenComparing(RowKey::exposureDay)
          .thenComparing(RowKey::eventDay);

  public RowKey {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(exposureDay, "exposureDay");
    Objects.requireNonNull(eventDay, "eventDay");
  }

  /** The same on every JVM, unlike a record's own: state that is partitioned by it outlives one. */
  @Override
  public int hashCode() {
    int days = 31 * Long.hashCode(exposureDay.toEpochDay()) + Long.hashCode(eventDay.toEpochDay());
    return Arrays.hashCode(
        new int[] {experiment.hashCode(), epoch, variant.hashCode(), metric.hashCode(), days});
  }

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
