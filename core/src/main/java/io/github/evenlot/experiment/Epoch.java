package io.github.evenlot.experiment;

import java.time.Instant;
import java.util.Objects;

/**
 * A period with one allocation. New weights begin a new epoch, and estimates are stratified by
 * epoch.
 *
 * @param number 1 for the first
 * @param start from when on the allocation holds; {@link Instant#MIN} for the first epoch
 * @param allocation which buckets belong to which variant
 */
public record Epoch(int number, Instant start, Allocation allocation) {

  public Epoch {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(allocation, "allocation");
    if (number < 1) {
      throw new IllegalArgumentException("epoch " + number + " is below 1");
    }
  }
}
