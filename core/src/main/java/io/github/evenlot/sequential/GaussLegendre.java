package io.github.evenlot.sequential;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** The Gauss-Legendre rule on [0, 1] by which every panel is integrated and interpolated. */
final class GaussLegendre {

  static final int NODES = 32;

  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];
  private static final double[] BARYCENTRIC = new double[NODES];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    for (int i = 0; i < NODES; i++) {
      double x = rule.getPoint(i);
      NODE[i] = 0.5 * (1 + x);
      WEIGHT[i] = 0.5 * rule.getWeight(i);
      // Wang and Xiang (2012), Math. Comp. 81, 861-877, formula 2.10.
      BARYCENTRIC[i] = (i % 2 == 0 ? 1 : -1) * Math.sqrt((1 - x * x) * WEIGHT[i]);
    }
  }

  private GaussLegendre() {}

  static double node(int i) {
    return NODE[i];
  }

  /** The node's distance from the middle. */
  static double offset(int i) {
    return NODE[i] - 0.5;
  }

  static double weight(int i) {
    return WEIGHT[i];
  }

  /** The value at {@code y} in [0, 1] of the polynomial that has {@code values} at the nodes. */
  static double interpolate(double[] values, double y) {
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i < NODES; i++) {
      double distance = y - NODE[i];
      if (distance == 0) {
        return values[i];
      }
      double weight = BARYCENTRIC[i] / distance;
      numerator += weight * values[i];
      denominator += weight;
    }
    return numerator / denominator;
  }
}
