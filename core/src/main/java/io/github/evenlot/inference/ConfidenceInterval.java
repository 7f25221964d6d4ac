package io.github.evenlot.inference;

/**
 * An interval for the estimated quantity, infinite on the side that a one-sided alternative leaves
 * open.
 *
 * @param lower the lower bound, possibly −∞
 * @param upper the upper bound, possibly ∞; not below {@code lower}
 */
public record ConfidenceInterval(double lower, double upper) {

  /** Everything: the data bound the quantity on neither side. */
  public static final ConfidenceInterval UNBOUNDED =
      new ConfidenceInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * @throws IllegalArgumentException if a bound is NaN or {@code lower} above {@code upper}
   */
  public ConfidenceInterval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("interval from %s to %s is empty".formatted(lower, upper));
    }
  }

  /**
   * The estimate less and plus the half-width, or one half-line of it.
   *
   * @param halfWidth not negative, but for one side of less than half the confidence
   * @throws IllegalArgumentException if it is negative and the interval two-sided, or a bound NaN
   */
  public static ConfidenceInterval around(
      double estimate, double halfWidth, Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> new ConfidenceInterval(estimate - halfWidth, estimate + halfWidth);
      case GREATER -> new ConfidenceInterval(estimate - halfWidth, Double.POSITIVE_INFINITY);
      case LESS -> new ConfidenceInterval(Double.NEGATIVE_INFINITY, estimate + halfWidth);
    };
  }

  /** Whether the value is within the bounds, which belong to it. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
