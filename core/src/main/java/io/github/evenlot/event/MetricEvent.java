package io.github.evenlot.event;

import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.internal.Keys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * The unit did something that is measured. An id counts once per unit, however often it comes.
 *
 * @param id what tells a repeated delivery from a second event of the same unit; not empty
 * @param unit who did it
 * @param metric the key of the metric
 * @param millionths the value in millionths, see {@link Millionths}
 * @param time when it was done, within the years 1 to 9999
 */
public record MetricEvent(String id, UnitId unit, String metric, long millionths, Instant time)
    implements Fact {

  public MetricEvent {
    Objects.requireNonNull(unit, "unit");
    Keys.check("metric", metric);
    Millionths.check(millionths);
    EventTime.check(time);
    if (id.isEmpty()) {
      throw new IllegalArgumentException(
          "event of metric \"%s\" has no id, so a repeat could not be told".formatted(metric));
    }
  }

  /**
   * @throws IllegalArgumentException if |value| is above 9·10¹²
   */
  public static MetricEvent of(
      String id, UnitId unit, String metric, BigDecimal value, Instant time) {
    return new MetricEvent(id, unit, metric, Millionths.of(value), time);
  }

  public BigDecimal value() {
    return Millionths.toDecimal(millionths);
  }
}
