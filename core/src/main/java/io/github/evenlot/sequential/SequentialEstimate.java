package io.github.evenlot.sequential;

import io.github.evenlot.inference.ConfidenceInterval;

/**
 * What a group-sequential test that ended tells, with the looks it took accounted for.
 *
 * <p>Estimates are in units of the drift, the mean of z at information 1; {@link #times} turns them
 * into those of the effect.
 *
 * @param pValue from the stagewise ordering, two-sided where the design is
 * @param medianUnbiased the drift above which the estimate falls as often as below
 * @param interval for the drift, from the stagewise ordering; exact if the test ended here
 * @param repeatedInterval for the drift: (z ± boundary)/√information, which holds at all looks at
 *     once, whether or not the test ends: with confidence 1 − alpha in a two-sided design; in a
 *     one-sided one each end does by itself, and both together with 1 − 2 alpha
 */
public record SequentialEstimate(
    double pValue,
    double medianUnbiased,
    ConfidenceInterval interval,
    ConfidenceInterval repeatedInterval) {

  /**
   * The estimates in other units.
   *
   * @param unit the effect of drift 1: the estimate's standard error now, times √information;
   *     positive
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public SequentialEstimate times(double unit) {
    if (!(unit > 0) || Double.isInfinite(unit)) {
      throw new IllegalArgumentException("unit " + unit + " is not positive and finite");
    }
    return new SequentialEstimate(
        pValue, unit * medianUnbiased, times(interval, unit), times(repeatedInterval, unit));
  }

  private static ConfidenceInterval times(ConfidenceInterval interval, double unit) {
    return new ConfidenceInterval(unit * interval.lower(), unit * interval.upper());
  }
}
