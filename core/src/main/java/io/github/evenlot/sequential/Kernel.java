package io.github.evenlot.sequential;

/**
 * Integrals of panels times exp(−(m − u)²/2), in units of a deviation, for the means m at the nodes
 * of a stretch of their own.
 *
 * <p>With y the distance of a node from the middle of its stretch, m − u = d + a·yᵢ − b·yⱼ, and the
 * kernel is the product of exp(−(d + a yᵢ)²/2), exp(b yⱼ(d − b yⱼ/2)) and exp(a b yᵢ yⱼ). The nodes
 * are symmetric, so that the last has 136 values and their reciprocals: 200 exponentials take the
 * place of 1,024.
 */
final class Kernel {

  private static final int NODES = GaussLegendre.NODES;
  private static final int HALF = NODES / 2;

  private final double middle;
  private final double width;
  private final double deviation;

  /** The means are the nodes of [first, last]. */
  Kernel(double first, double last, double deviation) {
    this.middle = 0.5 * (first + last);
    this.width = last - first;
    this.deviation = deviation;
  }

  double mean(int i) {
    return middle + width * GaussLegendre.offset(i);
  }

  /** Adds to {@code sums} the integral over {@code source} for each mean. */
  void addTo(double[] sums, Panel source) {
    double a = width / deviation;
    double b = source.width() / deviation;
    double d = (middle - source.lo()) / deviation - 0.5 * b;
    double[] weighted = source.weighted(y -> Math.exp(b * y * (d - 0.5 * b * y)));
    double[] mixed = mixed(a * b);
    for (int i = 0; i < HALF; i++) {
      double here = 0;
      double opposite = 0;
      for (int j = 0; j < HALF; j++) {
        double factor = mixed[i * HALF + j];
        here += factor * weighted[j] + weighted[NODES - 1 - j] / factor;
        opposite += weighted[j] / factor + factor * weighted[NODES - 1 - j];
      }
      double y = a * GaussLegendre.offset(i);
      sums[i] += here * Math.exp(-0.5 * (d + y) * (d + y));
      sums[NODES - 1 - i] += opposite * Math.exp(-0.5 * (d - y) * (d - y));
    }
  }

  /** exp(product·yᵢ·yⱼ) of the nodes below the middle. */
  private static double[] mixed(double product) {
    double[] factors = new double[HALF * HALF];
    for (int i = 0; i < HALF; i++) {
      double exponent = product * GaussLegendre.offset(i);
      for (int j = 0; j <= i; j++) {
        double factor = Math.exp(exponent * GaussLegendre.offset(j));
        factors[i * HALF + j] = factor;
        factors[j * HALF + i] = factor;
      }
    }
    return factors;
  }
}
