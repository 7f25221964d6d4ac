package io.github.evenlot.simulation;

import java.util.random.RandomGenerator;

/**
 * Chi-squared numbers, which are 2·Γ(degrees/2): by the method of Marsaglia and Tsang (2000), A
 * simple method for generating gamma variables, ACM TOMS 26, 363-372.
 *
 * <p>Written here because the samplers of Hipparchus take its own generators, which do not split
 * into streams, and inverting a distribution function costs a hundred times as much.
 */
final class ChiSquared {

  private ChiSquared() {}

  /**
   * @param degrees at least 1
   */
  static double draw(RandomGenerator random, long degrees) {
    if (degrees == 1) {
      double z = random.nextGaussian();
      return z * z;
    }
    return 2 * gamma(random, degrees / 2.0);
  }

  /**
   * d·v with v = (1 + cz)³ for a normal z, kept with a probability that makes it exact.
   *
   * @param shape at least 1
   */
  private static double gamma(RandomGenerator random, double shape) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double root = 1 + c * z;
      double v = root * root * root;
      // 1 − U is never 0, and the logarithm finite.
      double logU = Math.log1p(-random.nextDouble());
      if (root > 0 && logU < z * z / 2 + d * (1 - v + Math.log(v))) {
        return d * v;
      }
    }
  }
}
