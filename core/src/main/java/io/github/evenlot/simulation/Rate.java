package io.github.evenlot.simulation;

/**
 * How often something came about.
 *
 * @param count in how many runs
 * @param runs of how many
 */
public record Rate(long count, long runs) {

  /**
   * @throws IllegalArgumentException if {@code runs} is not positive or {@code count} not within
   *     [0, runs]
   */
  public Rate {
    if (runs < 1) {
      throw new IllegalArgumentException("a rate of %d runs; it takes at least 1".formatted(runs));
    }
    if (count < 0 || count > runs) {
      throw new IllegalArgumentException("count %d is outside [0, %d]".formatted(count, runs));
    }
  }

  /** The share. */
  public double value() {
    return (double) count / runs;
  }

  /**
   * The Monte-Carlo standard error √(p(1 − p)/runs). It is 0 where all runs agree; then the true
   * rate is within 3/runs of it with 95 percent confidence.
   */
  public double standardError() {
    return Math.sqrt(value() * (1 - value()) / runs);
  }
}
