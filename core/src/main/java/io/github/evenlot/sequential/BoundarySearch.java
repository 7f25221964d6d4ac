package io.github.evenlot.sequential;

/** Finds the score that is exceeded with a given probability. */
final class BoundarySearch {

  private static final int MAX_STEPS = 100;
  private static final double CLOSE = 2e-16;

  private BoundarySearch() {}

  /**
   * The score x with {@code step.upperTail(x, 0) = probability}, by Newton's method on the
   * logarithm of the tail. A stopped Gaussian process has a log-concave density (Prékopa), hence a
   * log-concave tail: from a start above the root the steps go down to it and never past it, and
   * the relative precision is the same at 10⁻³⁰⁰ as at 0.05.
   */
  static double upperBoundary(Step step, double probability) {
    double x = step.aboveUpperTail(probability);
    for (int i = 0; i < MAX_STEPS; i++) {
      double tail = step.upperTail(x, 0);
      double next = x + tail / step.density(x) * Math.log(tail / probability);
      if (!(next < x - CLOSE * Math.abs(x))) {
        return x;
      }
      x = next;
    }
    throw new IllegalStateException(
        "no boundary for probability %s at information %s".formatted(probability, step.time()));
  }
}
