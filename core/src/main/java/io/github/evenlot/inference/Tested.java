package io.github.evenlot.inference;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers of a test. What a method has not got is absent; nothing here is NaN.
 *
 * @param estimate the estimated effect, positive where the treatment is above the control
 * @param standardError of the estimate, positive
 * @param statistic what the p-value was read from
 * @param degreesOfFreedom of the statistic's distribution, positive
 * @param p the p-value and its logarithm
 * @param interval for the effect
 */
public record Tested(
    OptionalDouble estimate,
    OptionalDouble standardError,
    double statistic,
    OptionalDouble degreesOfFreedom,
    PValue p,
    Optional<ConfidenceInterval> interval)
    implements TestResult {

  /**
   * @throws IllegalArgumentException if a number is NaN, or the estimate or its error not finite
   */
  public Tested {
    checkFinite("estimate", estimate);
    checkFinite("standard error", standardError);
    checkFinite("degrees of freedom", degreesOfFreedom);
    if (Double.isNaN(statistic)) {
      throw new IllegalArgumentException("statistic is NaN");
    }
    Objects.requireNonNull(p, "p");
    Objects.requireNonNull(interval, "interval");
  }

  /** A statistic and its p-value; what else there is, is added by withers. */
  public static Tested of(double statistic, PValue p) {
    OptionalDouble none = OptionalDouble.empty();
    return new Tested(none, none, statistic, none, p, Optional.empty());
  }

  /**
   * The same with an estimate and its standard error, in units of the estimate.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public Tested withEstimate(double newEstimate, double newStandardError) {
    return new Tested(
        OptionalDouble.of(newEstimate),
        OptionalDouble.of(newStandardError),
        statistic,
        degreesOfFreedom,
        p,
        interval);
  }

  /**
   * The same with the degrees of freedom of the statistic's distribution.
   *
   * @throws IllegalArgumentException if they are not finite
   */
  public Tested withDegreesOfFreedom(double newDegreesOfFreedom) {
    return new Tested(
        estimate, standardError, statistic, OptionalDouble.of(newDegreesOfFreedom), p, interval);
  }

  /** The same with an interval. */
  public Tested with(ConfidenceInterval newInterval) {
    return new Tested(
        estimate, standardError, statistic, degreesOfFreedom, p, Optional.of(newInterval));
  }

  /** The p-value; 0 where it is below the range of a double. */
  public double pValue() {
    return p.value();
  }

  /** ln p, also where p underflows. */
  public double logPValue() {
    return p.log();
  }

  private static void checkFinite(String what, OptionalDouble value) {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "%s is %s, not a finite number".formatted(what, value.getAsDouble()));
    }
  }
}
