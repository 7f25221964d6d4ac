package io.github.evenlot.inference;

/** The power for means of known standard deviations, which no effect changes. */
record MeanPower(double controlDeviation, double treatmentDeviation) implements PowerMetric {

  /** So many standard errors are never missed. */
  private static final double CERTAIN = 100;

  MeanPower {
    PowerAnalysis.check("standard deviation", controlDeviation, 0, Double.POSITIVE_INFINITY);
    PowerAnalysis.check("standard deviation", treatmentDeviation, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public double nullDeviation(double effect, double allocation) {
    return Math.hypot(controlDeviation, treatmentDeviation / Math.sqrt(allocation));
  }

  @Override
  public double deviation(double effect, double allocation) {
    return nullDeviation(effect, allocation);
  }

  @Override
  public double largestEffect(double controlUnits, double allocation) {
    return CERTAIN * nullDeviation(0, allocation) / Math.sqrt(controlUnits);
  }
}
