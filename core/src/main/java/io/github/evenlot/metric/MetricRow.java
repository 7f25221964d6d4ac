package io.github.evenlot.metric;

import io.github.evenlot.statistics.ExactMoments;
import java.util.Objects;

/**
 * By how much the facts of one event day changed the cumulative moments of the units first exposed
 * on one day. The rows of any exposure days, summed up to any event day, are the moments as of that
 * day. A range of event days that does not begin with the first is not the moments of anything.
 *
 * @param key what the increment is about
 * @param increment the change of the cumulative moments; its counts and sums may be negative
 */
public record MetricRow(RowKey key, ExactMoments increment) {

  public MetricRow {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(increment, "increment");
  }
}
