package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;

/** From the origin to the first look. */
record FirstStep(double time) implements Step {

  @Override
  public double survival(double x) {
    return 1;
  }

  @Override
  public double upperTail(double x, double drift) {
    return NormalTail.survival((x - drift * time) / Math.sqrt(time));
  }

  @Override
  public double lowerTail(double x, double drift) {
    return NormalTail.survival((drift * time - x) / Math.sqrt(time));
  }

  @Override
  public double aboveUpperTail(double probability, double drift) {
    return drift * time + Math.sqrt(time) * NormalTail.quantile(probability);
  }

  @Override
  public double belowLowerTail(double probability, double drift) {
    return drift * time - Math.sqrt(time) * NormalTail.quantile(probability);
  }
}
