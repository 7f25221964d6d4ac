package io.github.evenlot.sequential;

/**
 * An end of the continuation region of a look.
 *
 * @param time the information time of the look
 * @param value the score there
 */
record Edge(double time, double value) {

  /**
   * The step that this edge leaves in the probability of having come past its look given the score
   * x at time {@code later}: a Brownian bridge from the origin to (later, x) has at {@code time}
   * the mean x·time/later and the variance time·(later − time)/later.
   */
  Layer layer(double later) {
    double ratio = later / time;
    return new Layer(value * ratio, Math.sqrt((later - time) * ratio));
  }
}
