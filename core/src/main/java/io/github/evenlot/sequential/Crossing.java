package io.github.evenlot.sequential;

/**
 * The probabilities of ending at a look.
 *
 * @param information the information fraction of the look
 * @param upper the probability of reaching the upper boundary here and none before
 * @param lower the probability of reaching the lower boundary here and none before
 */
public record Crossing(double information, double upper, double lower) {

  /** The probability of ending at this look. */
  public double total() {
    return upper + lower;
  }
}
