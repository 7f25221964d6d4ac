package io.github.evenlot.sequential;

/** From the origin to the first look. */
record FirstStep(double time) implements Step {

  @Override
  public double survival(double x) {
    return 1;
  }

  @Override
  public double upperTail(double x, double drift) {
    return StandardNormal.tail((x - drift * time) / Math.sqrt(time));
  }

  @Override
  public double lowerTail(double x, double drift) {
    return StandardNormal.tail((drift * time - x) / Math.sqrt(time));
  }

  @Override
  public double aboveUpperTail(double probability) {
    return Math.sqrt(time) * StandardNormal.quantileOfTail(probability);
  }
}
