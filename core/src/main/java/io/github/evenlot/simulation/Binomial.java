package io.github.evenlot.simulation;

import java.util.random.RandomGenerator;

/**
 * How many of n trials succeed. Exact, and in a time that does not grow with n: by the transformed
 * rejection of Hörmann (1993), The generation of binomial random variates, Journal of Statistical
 * Computation and Simulation 46, 101-110, algorithm BTRS; where few successes are expected, by
 * inversion.
 *
 * <p>Written here because commons-statistics samples a binomial by inverting its distribution
 * function, a hundred times as slow, and Hipparchus likewise.
 */
final class Binomial {

  /** Below this many expected successes the rejection's hat does not cover. */
  private static final double FEW = 10;

  private Binomial() {}

  /**
   * @param n not negative
   * @param p in (0, 1)
   */
  static long draw(RandomGenerator random, long n, double p) {
    if (p > 0.5) {
      return n - draw(random, n, 1 - p);
    }
    return n * p < FEW ? inverted(random, n, p) : new BinomialRejection(n, p).draw(random);
  }

  /**
   * Counts successes by the trials between them, which are geometric: about np steps, and no
   * probability that could underflow.
   */
  private static long inverted(RandomGenerator random, long n, double p) {
    double logFailure = Math.log1p(-p);
    long successes = 0;
    double trials = trialsToSuccess(random, logFailure);
    while (trials <= n) {
      successes++;
      trials += trialsToSuccess(random, logFailure);
    }
    return successes;
  }

  private static double trialsToSuccess(RandomGenerator random, double logFailure) {
    return 1 + Math.floor(Math.log1p(-random.nextDouble()) / logFailure);
  }
}
