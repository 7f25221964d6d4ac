package io.github.evenlot.sequential;

/**
 * A stretch in which a function goes smoothly from one value to another, as a normal distribution
 * function does.
 */
record Layer(double centre, double scale) {

  /** Standard deviations beyond which nothing of 10⁻¹⁶ is left. */
  static final double REACH = 8.5;

  /** Panel width over scale that the polynomials hold to 10⁻¹⁶. */
  private static final double WIDTH = 4.5;

  double start() {
    return centre - REACH * scale;
  }

  double end() {
    return centre + REACH * scale;
  }

  /** Whether the function changes within [lo, hi]. */
  boolean isFelt(double lo, double hi) {
    return lo < end() && start() < hi;
  }

  /** The end of the widest panel from {@code lo} that resolves this layer. */
  double panelEnd(double lo) {
    return lo < end() ? Math.max(lo + WIDTH * scale, start()) : Double.POSITIVE_INFINITY;
  }
}
