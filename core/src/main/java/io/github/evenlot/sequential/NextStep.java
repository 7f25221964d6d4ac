package io.github.evenlot.sequential;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** From a look to the next. */
final class NextStep implements Step {

  /** Panel width over the bridge's standard deviation; 32 nodes hold that to 10⁻¹⁶. */
  private static final double WIDTH = 7;

  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private final double from;
  private final double time;
  private final double deviation;
  private final double bridgeDeviation;
  private final double lowest;
  private final double highest;
  private final double below;
  private final double above;
  private final List<Refinement> panels;

  NextStep(ScoreProcess process, double time) {
    this.from = process.time();
    this.time = time;
    this.deviation = Math.sqrt(time - from);
    this.bridgeDeviation = deviation * Math.sqrt(from / time);
    this.panels =
        process.panels().stream().map(p -> new Refinement(p, WIDTH * bridgeDeviation)).toList();
    this.below = process.belowPanels();
    this.above = process.abovePanels();
    this.lowest = process.panels().get(0).lo();
    this.highest = process.panels().get(panels.size() - 1).hi();
  }

  @Override
  public double time() {
    return time;
  }

  @Override
  public double survival(double x) {
    double mean = bridgeMean(x);
    double reach = Layer.REACH * bridgeDeviation;
    double nearest = clamp(mean);
    double mass =
        sum(nearest - reach, nearest + reach, part -> part.integrateAround(mean, bridgeDeviation));
    return mass / (bridgeDeviation * ROOT_TWO_PI)
        + below * StandardNormal.tail((mean - lowest) / bridgeDeviation)
        + above * StandardNormal.tail((highest - mean) / bridgeDeviation);
  }

  @Override
  public double upperTail(double x, double drift) {
    double lo = clamp(bridgeMean(x)) - Layer.REACH * bridgeDeviation;
    double hi = Math.max(x, drift * from) + Layer.REACH * Math.sqrt(from);
    return integrate(lo, hi, u -> fromDensity(u, drift) * StandardNormal.tail(jump(u, x, drift)));
  }

  @Override
  public double lowerTail(double x, double drift) {
    double lo = Math.min(x, drift * from) - Layer.REACH * Math.sqrt(from);
    double hi = clamp(bridgeMean(x)) + Layer.REACH * bridgeDeviation;
    return integrate(lo, hi, u -> fromDensity(u, drift) * StandardNormal.tail(-jump(u, x, drift)));
  }

  @Override
  public double aboveUpperTail(double probability) {
    double z = StandardNormal.quantileOfTail(probability);
    return Math.min(Math.sqrt(time) * z, highest + deviation * z);
  }

  private double fromDensity(double u, double drift) {
    double root = Math.sqrt(from);
    return StandardNormal.density(u / root - drift * root) / root;
  }

  private double jump(double u, double x, double drift) {
    return (x - u) / deviation - drift * deviation;
  }

  private double bridgeMean(double x) {
    return x * (from / time);
  }

  private double clamp(double u) {
    return Math.min(Math.max(u, lowest), highest);
  }

  private double integrate(double lo, double hi, DoubleUnaryOperator weight) {
    return sum(lo, hi, part -> part.integrate(weight));
  }

  private double sum(double lo, double hi, ToDoubleFunction<Panel> integral) {
    double sum = 0;
    for (Refinement panel : panels) {
      sum += panel.sum(lo, hi, integral);
    }
    return sum;
  }
}
