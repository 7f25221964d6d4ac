package io.github.evenlot.sequential;

/**
 * The way of the score process from one look to the next. The drift is the mean of the score at
 * information 1.
 */
interface Step {

  /** The information time of the look that is stepped to. */
  double time();

  /** The probability of having come past all earlier looks, given the score {@code x} here. */
  double survival(double x);

  /** {@link #survival(double)} over [lo, hi]. */
  default Panel survival(double lo, double hi) {
    return Panel.sample(lo, hi, this::survival);
  }

  /**
   * The probability of coming past all earlier looks and having a score of at least {@code x} here.
   */
  double upperTail(double x, double drift);

  /** As {@link #upperTail}, with a score of at most {@code x}. */
  double lowerTail(double x, double drift);

  /** A score that is not below the one whose upper tail is {@code probability}. */
  double aboveUpperTail(double probability, double drift);

  /** A score that is not above the one whose lower tail is {@code probability}. */
  double belowLowerTail(double probability, double drift);

  /** About where the upper tail will be small: the end of the look before; ∞ before any look. */
  default double highest() {
    return Double.POSITIVE_INFINITY;
  }

  /** As {@link #highest}, for the lower tail; −∞ before any look. */
  default double lowest() {
    return Double.NEGATIVE_INFINITY;
  }

  /** The density of the score {@code x} among all paths, stopped or not, that come past. */
  default double density(double x, double drift) {
    double deviation = Math.sqrt(time());
    return NormalDensity.at(x / deviation - drift * deviation) / deviation * survival(x);
  }
}
