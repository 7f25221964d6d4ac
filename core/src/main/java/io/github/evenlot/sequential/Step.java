package io.github.evenlot.sequential;

/** The way of the score process from one look to the next. */
interface Step {

  /** The information time of the look that is stepped to. */
  double time();

  /** The probability of having come past all earlier looks, given the score {@code x} here. */
  double survival(double x);

  /**
   * The probability of coming past all earlier looks and having a score of at least {@code x} here.
   *
   * @param drift the mean of the score at information 1
   */
  double upperTail(double x, double drift);

  /** As {@link #upperTail}, with a score of at most {@code x}. */
  double lowerTail(double x, double drift);

  /** A score that is not below the one whose upper tail without drift is {@code probability}. */
  double aboveUpperTail(double probability);

  /** The derivative of the upper tail without drift is minus this density. */
  default double density(double x) {
    double deviation = Math.sqrt(time());
    return StandardNormal.density(x / deviation) / deviation * survival(x);
  }
}
