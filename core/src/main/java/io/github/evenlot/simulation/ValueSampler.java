package io.github.evenlot.simulation;

import java.util.random.RandomGenerator;

/** Draws the value of one user. */
@FunctionalInterface
public interface ValueSampler {

  /**
   * The value of a further user.
   *
   * @param random the only source of chance
   * @param effect by how much the arm's mean lies above the control's; 0 for the control
   */
  double next(RandomGenerator random, double effect);
}
