package io.github.evenlot.app.analyze;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One comparison of arms by one metric, as a file has it.
 *
 * @param key what it is about
 * @param week the first day of the week in which it ran, where that is known
 * @param conversions whether every value is 0 or 1
 * @param arms the control first
 * @param weights the shares of units that the arms should have
 * @param sharesKnown whether the file tells those shares; equal ones are assumed otherwise
 * @param checkpoints at least one, from early to late
 */
record Study(
    StudyKey key,
    Optional<LocalDate> week,
    boolean conversions,
    List<Arm> arms,
    List<BigDecimal> weights,
    boolean sharesKnown,
    List<Checkpoint> checkpoints) {

  Study {
    arms = List.copyOf(arms);
    weights = List.copyOf(weights);
    checkpoints = List.copyOf(checkpoints);
  }

  String experiment() {
    return key.experiment();
  }

  String metric() {
    return key.metric();
  }

  /** The experiment, with the treatment where that is not all of it. */
  String name() {
    return key.treatment().isEmpty() ? experiment() : experiment() + "/" + key.treatment();
  }

  /** What is known at its end. */
  Checkpoint end() {
    return checkpoints.get(checkpoints.size() - 1);
  }

  /** Whether there are interim looks. */
  boolean hasLooks() {
    return checkpoints.size() > 1;
  }

  /** Equal shares for so many arms. */
  static List<BigDecimal> equalShares(int arms) {
    return Collections.nCopies(arms, BigDecimal.ONE);
  }
}
