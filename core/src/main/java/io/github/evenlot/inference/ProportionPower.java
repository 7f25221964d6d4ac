package io.github.evenlot.inference;

/** The power for proportions, whose variance the effect changes. */
record ProportionPower(double baseline) implements PowerMetric {

  ProportionPower {
    PowerAnalysis.check("baseline", baseline, 0, 1);
  }

  @Override
  public double nullDeviation(double effect, double allocation) {
    double pooled = baseline + effect * (allocation / (1 + allocation));
    return Math.sqrt(pooled * (1 - pooled) * (1 + 1 / allocation));
  }

  @Override
  public double deviation(double effect, double allocation) {
    double rate = baseline + effect;
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "effect %s on baseline %s leads out of 0..1".formatted(effect, baseline));
    }
    return Math.sqrt(baseline * (1 - baseline) + rate * (1 - rate) / allocation);
  }

  @Override
  public double largestEffect(double controlUnits, double allocation) {
    return 1 - baseline;
  }
}
