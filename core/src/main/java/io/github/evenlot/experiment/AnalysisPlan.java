package io.github.evenlot.experiment;

/**
 * How an experiment will be judged, fixed before its first look.
 *
 * @param alpha the type I error rate of the whole experiment, two-sided, in (0, ½)
 * @param plannedUnits the exposed units, over all arms, at which the information fraction is 1
 */
public record AnalysisPlan(double alpha, long plannedUnits) {

  public AnalysisPlan {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is outside (0, 0.5)");
    }
    if (plannedUnits < 1) {
      throw new IllegalArgumentException("plannedUnits " + plannedUnits + " is below 1");
    }
  }

  /** Two-sided 5 percent. */
  public static AnalysisPlan ofUnits(long plannedUnits) {
    return new AnalysisPlan(0.05, plannedUnits);
  }

  public AnalysisPlan withAlpha(double newAlpha) {
    return new AnalysisPlan(newAlpha, plannedUnits);
  }
}
