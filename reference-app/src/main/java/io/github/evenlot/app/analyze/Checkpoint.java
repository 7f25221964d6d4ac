package io.github.evenlot.app.analyze;

import io.github.evenlot.statistics.Moments;
import java.util.List;

/**
 * What was known of the arms at a time.
 *
 * @param day days since the start
 * @param units of each arm, the control first
 * @param moments of each arm; none where the file lacks a variance, so that nothing can be tested
 */
record Checkpoint(double day, List<Long> units, List<Moments> moments) {

  Checkpoint {
    units = List.copyOf(units);
    moments = List.copyOf(moments);
  }

  /** The units of all arms. */
  long total() {
    return units.stream().mapToLong(Long::longValue).sum();
  }
}
