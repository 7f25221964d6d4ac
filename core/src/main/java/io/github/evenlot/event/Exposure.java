package io.github.evenlot.event;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.internal.Keys;
import java.time.Instant;
import java.util.Objects;

/**
 * The unit saw the variant. The analysis begins here, not at the assignment. Saying it twice
 * changes nothing.
 *
 * @param experiment the experiment's key
 * @param unit who saw it
 * @param variant the variant's id
 * @param epoch the number of the epoch in which the variant was assigned, at least 1
 * @param time when it was seen, within the years 1 to 9999
 */
public record Exposure(String experiment, UnitId unit, String variant, int epoch, Instant time)
    implements Fact {

  public Exposure {
    Keys.check("experiment", experiment);
    Objects.requireNonNull(unit, "unit");
    Keys.check("variant", variant);
    EventTime.check(time);
    if (epoch < 1) {
      throw new IllegalArgumentException("epoch " + epoch + " is below 1");
    }
  }

  /** What to report when a unit has been shown what it was assigned. */
  public static Exposure of(Assigned assigned, UnitId unit, Instant time) {
    return new Exposure(assigned.experiment(), unit, assigned.variant(), assigned.epoch(), time);
  }
}
