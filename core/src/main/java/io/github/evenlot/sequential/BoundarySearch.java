package io.github.evenlot.sequential;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the score that is crossed with a given probability, by Newton's method on the logarithm of
 * the tail. A Gaussian process stopped outside intervals has a log-concave density (Prékopa), hence
 * log-concave tails: from a start beyond the root the steps go towards it and never past it, and
 * the relative precision is the same at 10⁻³⁰⁰ as at 0.05.
 */
final class BoundarySearch {

  private static final int MAX_STEPS = 100;
  private static final double CLOSE = 2e-16;

  private BoundarySearch() {}

  /**
   * The score x with {@code step.upperTail(x, drift) = probability}, −∞ if all that comes past the
   * earlier looks is no more than that.
   */
  static double upper(Step step, double probability, double drift) {
    return -climb(
        -step.aboveUpperTail(probability, drift),
        probability,
        x -> step.upperTail(-x, drift),
        x -> step.density(-x, drift));
  }

  /** As {@link #upper} for {@code step.lowerTail}, ∞ where all is no more. */
  static double lower(Step step, double probability, double drift) {
    return climb(
        step.belowLowerTail(probability, drift),
        probability,
        x -> step.lowerTail(x, drift),
        x -> step.density(x, drift));
  }

  /** Climbs from below the root of an increasing {@code tail} to it. */
  private static double climb(
      double start, double probability, DoubleUnaryOperator tail, DoubleUnaryOperator density) {
    double x = start;
    for (int i = 0; i < MAX_STEPS; i++) {
      double value = tail.applyAsDouble(x);
      double slope = density.applyAsDouble(x) / value;
      double next = x - Math.log(value / probability) / slope;
      if (!(next > x + CLOSE * Math.abs(x))) {
        return x;
      }
      x = next;
    }
    throw new IllegalStateException("no score is crossed with probability " + probability);
  }
}
