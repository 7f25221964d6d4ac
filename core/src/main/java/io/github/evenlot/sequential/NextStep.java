package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** From a look to the next. */
final class NextStep implements Step {

  /** Panel width over the bridge's standard deviation; 32 nodes hold that to 10⁻¹⁶. */
  private static final double WIDTH = 7;

  /** In bridge deviations; beyond, the factors of the kernel would be large and lose digits. */
  private static final double WIDEST_TARGET = 16;

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
    this.panels = process.panels().stream().map(this::refined).toList();
    this.lowest = process.panels().get(0).lo();
    this.highest = process.panels().get(panels.size() - 1).hi();
    this.below = process.belowPanels();
    this.above = process.abovePanels();
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
    List<Panel> parts = parts(nearest - reach, nearest + reach);
    return cameThrough(mean, sum(parts, part -> part.integrateAround(mean, bridgeDeviation)));
  }

  @Override
  public Panel survival(double lo, double hi) {
    double first = bridgeMean(lo);
    double last = bridgeMean(hi);
    if (last - first > WIDEST_TARGET * bridgeDeviation) {
      return Step.super.survival(lo, hi);
    }
    Kernel kernel = new Kernel(first, last, bridgeDeviation);
    double reach = Layer.REACH * bridgeDeviation;
    double[] values = new double[GaussLegendre.NODES];
    for (Panel part : parts(clamp(first) - reach, clamp(last) + reach)) {
      kernel.addTo(values, part);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = cameThrough(kernel.mean(i), values[i]);
    }
    return new Panel(lo, hi, values);
  }

  /** From the bridge's mean and the integral of its density over the panels, but for its factor. */
  private double cameThrough(double mean, double mass) {
    return mass / (bridgeDeviation * NormalDensity.ROOT_TWO_PI)
        + (below == 0 ? 0 : below * NormalTail.survival((mean - lowest) / bridgeDeviation))
        + (above == 0 ? 0 : above * NormalTail.survival((highest - mean) / bridgeDeviation));
  }

  @Override
  public double upperTail(double x, double drift) {
    double lo = clamp(bridgeMean(x)) - Layer.REACH * bridgeDeviation;
    double hi = Math.max(x, drift * from) + Layer.REACH * Math.sqrt(from);
    return integrate(lo, hi, u -> fromDensity(u, drift) * NormalTail.survival(jump(u, x, drift)));
  }

  @Override
  public double lowerTail(double x, double drift) {
    double lo = Math.min(x, drift * from) - Layer.REACH * Math.sqrt(from);
    double hi = clamp(bridgeMean(x)) + Layer.REACH * bridgeDeviation;
    return integrate(lo, hi, u -> fromDensity(u, drift) * NormalTail.survival(-jump(u, x, drift)));
  }

  @Override
  public double aboveUpperTail(double probability, double drift) {
    double z = NormalTail.quantile(probability);
    double inOneJump = above > 0 ? Double.POSITIVE_INFINITY : highest;
    return Math.min(
        drift * time + Math.sqrt(time) * z, inOneJump + drift * (time - from) + deviation * z);
  }

  @Override
  public double belowLowerTail(double probability, double drift) {
    double z = NormalTail.quantile(probability);
    double inOneJump = below > 0 ? Double.NEGATIVE_INFINITY : lowest;
    return Math.max(
        drift * time - Math.sqrt(time) * z, inOneJump + drift * (time - from) - deviation * z);
  }

  @Override
  public double highest() {
    return highest;
  }

  @Override
  public double lowest() {
    return lowest;
  }

  private double fromDensity(double u, double drift) {
    double root = Math.sqrt(from);
    return NormalDensity.at(u / root - drift * root) / root;
  }

  private double jump(double u, double x, double drift) {
    return (x - u) / deviation - drift * deviation;
  }

  private double bridgeMean(double x) {
    return x * (from / time);
  }

  /** The nearest score that a path which comes past may have had. */
  private double clamp(double u) {
    double lower = below > 0 ? Math.min(u, lowest) : lowest;
    double upper = above > 0 ? Math.max(u, highest) : highest;
    return Math.min(Math.max(u, lower), upper);
  }

  private double integrate(double lo, double hi, DoubleUnaryOperator weight) {
    ToDoubleFunction<Panel> integral = part -> part.integrate(weight);
    return sum(parts(lo, hi), integral)
        + beyond(lo, Math.min(hi, lowest), below, integral)
        + beyond(Math.max(lo, highest), hi, above, integral);
  }

  /** The part of an integral where no panel is and the probability has one value. */
  private double beyond(double lo, double hi, double value, ToDoubleFunction<Panel> integral) {
    return value > 0 && lo < hi
        ? sum(parts(List.of(refined(Panel.constant(lo, hi, value))), lo, hi), integral)
        : 0;
  }

  private Refinement refined(Panel panel) {
    return new Refinement(panel, WIDTH * bridgeDeviation);
  }

  private List<Panel> parts(double lo, double hi) {
    return parts(panels, lo, hi);
  }

  private static List<Panel> parts(List<Refinement> panels, double lo, double hi) {
    List<Panel> parts = new ArrayList<>();
    panels.forEach(panel -> panel.addTo(parts, lo, hi));
    return parts;
  }

  private static double sum(List<Panel> parts, ToDoubleFunction<Panel> integral) {
    double sum = 0;
    for (Panel part : parts) {
      sum += integral.applyAsDouble(part);
    }
    return sum;
  }
}
