package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.Tested;

/**
 * A checkpoint at which a sequential test may look.
 *
 * @param checkpoint what was known
 * @param information the share of the information, in (0, 1]
 * @param z whose two-sided p-value is that of the test, positive where the treatment is above
 * @param test as if there was no other look
 */
record InterimLook(Checkpoint checkpoint, double information, double z, Tested test) {

  /** What an effect of drift 1 is, in units of the metric. */
  double unit() {
    return test.standardError().orElse(0) * Math.sqrt(information);
  }

  /** The mean of the control. */
  double baseline() {
    return checkpoint.moments().get(0).mean();
  }
}
