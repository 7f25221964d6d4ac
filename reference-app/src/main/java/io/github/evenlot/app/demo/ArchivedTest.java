package io.github.evenlot.app.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * One headline test as the archive has it: counts, no viewers.
 *
 * @param id the archive's id
 * @param week the Monday of the week in which it ran
 * @param arms at least one, in the archive's order; the first is the control
 */
record ArchivedTest(String id, LocalDate week, List<Arm> arms) {

  /**
   * @param headline what the viewers of this arm read
   * @param viewers how many saw it
   * @param clicks how many of them clicked
   */
  record Arm(String headline, long viewers, long clicks) {

    Arm {
      if (clicks < 0 || clicks > viewers) {
        throw new IllegalArgumentException(
            "arm \"%s\" has %d clicks of %d viewers".formatted(headline, clicks, viewers));
      }
    }
  }

  ArchivedTest {
    arms = List.copyOf(arms);
  }

  long viewers() {
    return arms.stream().mapToLong(Arm::viewers).sum();
  }

  ArchivedTest withArms(List<Arm> newArms) {
    return new ArchivedTest(id, week, newArms);
  }
}
