package io.github.evenlot.sequential;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the score that is crossed with a given probability, by Newton's method on the logarithm of
 * the tail. A Gaussian process stopped outside intervals has a log-concave density (Prékopa), hence
 * log-concave tails: from a start beyond the root the steps go towards it and never past it, and
 * the relative precision is the same at 10⁻³⁰⁰ as at 0.05. From a start on the other side, such as
 * the boundary before, the first step goes beyond the root.
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
        -step.highest(),
        probability,
        x -> step.upperTail(-x, drift),
        x -> step.density(-x, drift));
  }

  /** As {@link #upper} for {@code step.lowerTail}, ∞ where all is no more. */
  static double lower(Step step, double probability, double drift) {
    return climb(
        step.belowLowerTail(probability, drift),
        step.lowest(),
        probability,
        x -> step.lowerTail(x, drift),
        x -> step.density(x, drift));
  }

  /**
   * Climbs to the root of an increasing {@code tail} from {@code below} it, by way of {@code
   * guess}. The steps shrink as errors do, each as the square of the one before; so the last is
   * known to be the last without another look at the tail.
   */
  private static double climb(
      double below,
      double guess,
      double probability,
      DoubleUnaryOperator tail,
      DoubleUnaryOperator density) {
    DoubleUnaryOperator rise = x -> rise(x, probability, tail, density);
    double start = Math.max(below, guess);
    double x = Math.max(below, start + rise.applyAsDouble(start));
    double before = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MAX_STEPS; i++) {
      double step = rise.applyAsDouble(x);
      double close = CLOSE * Math.abs(x);
      if (!(step > close)) {
        return x;
      }
      x += step;
      if (i > 0 && step * (step / before) * (step / before) <= close) {
        return x;
      }
      before = step;
    }
    throw new IllegalStateException("no score is crossed with probability " + probability);
  }

  /** Newton's step. */
  private static double rise(
      double x, double probability, DoubleUnaryOperator tail, DoubleUnaryOperator density) {
    double value = tail.applyAsDouble(x);
    double slope = density.applyAsDouble(x) / value;
    return -Math.log(value / probability) / slope;
  }
}
