package io.github.evenlot.sequential;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A stretch [lo, hi] on which a function is the polynomial through its values at the nodes. */
final class Panel {

  private final double lo;
  private final double hi;
  private final double[] values;
  private final double[] weighted = new double[GaussLegendre.NODES];

  Panel(double lo, double hi, double[] values) {
    this.lo = lo;
    this.hi = hi;
    this.values = values;
    for (int i = 0; i < values.length; i++) {
      weighted[i] = (hi - lo) * GaussLegendre.weight(i) * values[i];
    }
  }

  static Panel sample(double lo, double hi, DoubleUnaryOperator function) {
    double[] values = new double[GaussLegendre.NODES];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(lo + (hi - lo) * GaussLegendre.node(i));
    }
    return new Panel(lo, hi, values);
  }

  static Panel constant(double lo, double hi, double value) {
    double[] values = new double[GaussLegendre.NODES];
    Arrays.fill(values, value);
    return new Panel(lo, hi, values);
  }

  /**
   * A panel as {@link #values} describes it.
   *
   * @throws IllegalArgumentException if there are neither as many values as nodes nor one
   */
  static Panel ofValues(double lo, double hi, List<Double> values) {
    if (values.size() == 1) {
      return constant(lo, hi, values.get(0));
    }
    if (values.size() != GaussLegendre.NODES) {
      throw new IllegalArgumentException(
          "%d values in a panel, neither 1 nor %d".formatted(values.size(), GaussLegendre.NODES));
    }
    return new Panel(lo, hi, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The values at the nodes, or a single one if all are the same. */
  List<Double> values() {
    return isConstant() ? List.of(values[0]) : Arrays.stream(values).boxed().toList();
  }

  /** The same function on a part of this panel. */
  Panel part(double from, double to) {
    return isConstant() ? new Panel(from, to, values) : sample(from, to, this::at);
  }

  double lo() {
    return lo;
  }

  double hi() {
    return hi;
  }

  double width() {
    return hi - lo;
  }

  /** The value at {@code x}, or at the panel's end if {@code x} is beyond. */
  double at(double x) {
    double inside = Math.min(Math.max(x, lo), hi);
    return GaussLegendre.interpolate(values, (inside - lo) / (hi - lo));
  }

  private boolean isConstant() {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }

  /** The mirror image about 0. */
  Panel mirrored() {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    // 0 - x, unlike -x, is never the negative zero, which decimals do not know.
    return new Panel(0 - hi, 0 - lo, reversed);
  }

  /**
   * What the nodes contribute to the integral of the function times {@code weight}, which is given
   * their distances from the middle as shares of the width.
   */
  double[] weighted(DoubleUnaryOperator weight) {
    double[] products = new double[weighted.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = weighted[i] * weight.applyAsDouble(GaussLegendre.offset(i));
    }
    return products;
  }

  /** The integral over this panel of the function times {@code weight}. */
  double integrate(DoubleUnaryOperator weight) {
    double sum = 0;
    for (int i = 0; i < weighted.length; i++) {
      sum += weighted[i] * weight.applyAsDouble(lo + (hi - lo) * GaussLegendre.node(i));
    }
    return sum;
  }

  /**
   * The integral over this panel of the function times exp(−((u − mean)/deviation)²/2). Distances
   * are counted from the panel's start, which keeps the digits of a deviation far below the mean.
   */
  double integrateAround(double mean, double deviation) {
    double start = (lo - mean) / deviation;
    double width = (hi - lo) / deviation;
    double sum = 0;
    for (int i = 0; i < weighted.length; i++) {
      double distance = start + width * GaussLegendre.node(i);
      sum += weighted[i] * Math.exp(-0.5 * distance * distance);
    }
    return sum;
  }
}
