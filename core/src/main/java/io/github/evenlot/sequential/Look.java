package io.github.evenlot.sequential;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One interim analysis of one comparison, written once and never rewritten: alpha once spent stays
 * spent, and data that come late change the next look.
 *
 * @param experiment the experiment's key
 * @param metric the metric's key
 * @param variant the arm that is compared with the control
 * @param number 1 for the first look
 * @param takenAt when the look was taken, cut to microseconds, which is what databases keep
 * @param asOf the day up to whose end facts counted
 * @param information the information fraction, positive; above 1 when more came than was planned
 * @param z the standardised statistic, positive where the arm is above the control
 * @param boundary the value that |z| was held against, or in a one-sided design z, or −z where less
 *     of the metric is better; infinite where nothing could be rejected
 * @param alphaSpent the cumulative type I error of the comparison's family up to this look
 * @param rejected whether it reached the boundary
 */
public record Look(
    String experiment,
    String metric,
    String variant,
    int number,
    Instant takenAt,
    LocalDate asOf,
    double information,
    double z,
    double boundary,
    double alphaSpent,
    boolean rejected) {

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public Look {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(variant, "variant");
    takenAt = Objects.requireNonNull(takenAt, "takenAt").truncatedTo(ChronoUnit.MICROS);
    Objects.requireNonNull(asOf, "asOf");
    if (number < 1) {
      throw new IllegalArgumentException("look " + number + " is below 1");
    }
    if (!(information > 0) || Double.isInfinite(information)) {
      throw new IllegalArgumentException("information " + information + " is not positive");
    }
  }
}
