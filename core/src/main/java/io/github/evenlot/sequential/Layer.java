package io.github.evenlot.sequential;

/**
 * A stretch in which a function goes smoothly from one value to another, as a normal distribution
 * function does.
 */
record Layer(double centre, double scale) {

  /** Standard deviations beyond which nothing of 10⁻¹⁶ is left. */
  static final double REACH = 8.5;

  /** Panel width over scale that the polynomials hold to 10⁻¹⁶, at the centre. */
  private static final double WIDTH = 4.5;

  /**
   * What a panel may be wider for the square of its distance from the centre, in scales, because
   * less of the change is left there. Measured on the normal distribution function: panels of width
   * 4.5 + d²/8 hold it to 10⁻¹⁷.
   */
  private static final double GROWTH = 0.125;

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

  /** Whether the layer asks for panels narrower than {@code width} somewhere. */
  boolean isNarrowerThan(double width) {
    return WIDTH * scale < width;
  }

  /** The end of the widest panel from {@code lo} that resolves this layer. */
  double panelEnd(double lo) {
    double end = centre + scale * resolvedTo((lo - centre) / scale);
    return lo < end() ? Math.max(end, start()) : Double.POSITIVE_INFINITY;
  }

  /**
   * The end of the widest panel from {@code start}, both counted from the centre in scales. A panel
   * that ends d before the centre has the width {@link #WIDTH} + d² {@link #GROWTH}, of which d is
   * the positive root.
   */
  private static double resolvedTo(double start) {
    double excess = -start - WIDTH;
    if (excess <= 0) {
      double beyond = Math.max(start, 0);
      return start + WIDTH + GROWTH * beyond * beyond;
    }
    return (1 - Math.sqrt(1 + 4 * GROWTH * excess)) / (2 * GROWTH);
  }
}
