package io.github.evenlot.experiment;

import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.Objects;

/**
 * A period with one allocation and one targeting. New weights or another targeting begin a new
 * epoch, and estimates are stratified by epoch.
 *
 * @param number 1 for the first
 * @param start from when on the allocation holds; {@link Instant#MIN} for the first epoch
 * @param allocation which buckets belong to which variant
 * @param targeting what the attributes of a unit have to meet
 */
public record Epoch(int number, Instant start, Allocation allocation, Condition targeting) {

  public Epoch {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(allocation, "allocation");
    Objects.requireNonNull(targeting, "targeting");
    if (number < 1) {
      throw new IllegalArgumentException("epoch " + number + " is below 1");
    }
  }

  /** An epoch for everyone. */
  public Epoch(int number, Instant start, Allocation allocation) {
    this(number, start, allocation, Condition.EVERYONE);
  }
}
