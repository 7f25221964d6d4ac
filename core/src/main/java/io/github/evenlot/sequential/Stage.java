package io.github.evenlot.sequential;

/**
 * A look with its boundaries on the scale of the score.
 *
 * @param step the way to it
 * @param lower crossed by scores at or below; −∞ if none
 * @param upper crossed by scores at or above; ∞ if none
 */
record Stage(Step step, double lower, double upper) {

  Crossing crossing(double drift) {
    return new Crossing(step.time(), upperCrossing(drift), lowerCrossing(drift));
  }

  double upperCrossing(double drift) {
    return Double.isInfinite(upper) ? 0 : step.upperTail(upper, drift);
  }

  double lowerCrossing(double drift) {
    return Double.isInfinite(lower) ? 0 : step.lowerTail(lower, drift);
  }
}
