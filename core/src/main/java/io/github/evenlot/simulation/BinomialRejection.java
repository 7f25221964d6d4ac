package io.github.evenlot.simulation;

import java.util.random.RandomGenerator;

/**
 * Algorithm BTRS of Hörmann (1993), with his constants and, as far as they have one, his names.
 * Needs np ≥ 10 and p ≤ ½.
 */
final class BinomialRejection {

  private final long n;
  private final double odds;
  private final long mode;
  private final double a;
  private final double b;
  private final double centre;
  private final double vr;
  private final double alpha;

  BinomialRejection(long n, double p) {
    double deviation = Math.sqrt(n * p * (1 - p));
    this.n = n;
    odds = p / (1 - p);
    mode = (long) Math.floor((n + 1) * p);
    b = 1.15 + 2.53 * deviation;
    a = -0.0873 + 0.0248 * b + 0.01 * p;
    centre = n * p + 0.5;
    vr = 0.92 - 4.2 / b;
    alpha = (2.83 + 5.1 / b) * deviation;
  }

  long draw(RandomGenerator random) {
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = 1 - random.nextDouble();
      double us = 0.5 - Math.abs(u);
      double k = Math.floor((2 * a / us + b) * u + centre);
      if (k >= 0 && k <= n && (us >= 0.07 && v <= vr || accepts((long) k, us, v))) {
        return (long) k;
      }
    }
  }

  private boolean accepts(long k, double us, double v) {
    return Math.log(v * alpha / (a / (us * us) + b)) <= logRatio(k);
  }

  /**
   * ln P(k)/P(mode), with the factorials by Stirling so that large terms cancel before they are
   * added.
   */
  private double logRatio(long k) {
    double failures = n - mode + 1;
    double others = n - k + 1;
    return (mode + 0.5) * Math.log((mode + 1) / (odds * failures))
        + (n + 1) * Math.log(failures / others)
        + (k + 0.5) * Math.log(odds * others / (k + 1))
        + stirlingRest(mode)
        + stirlingRest(n - mode)
        - stirlingRest(k)
        - stirlingRest(n - k);
  }

  /** ln k! − ((k + ½) ln(k + 1) − (k + 1) + ½ ln 2π). */
  private static double stirlingRest(long k) {
    return k < SMALL.length ? SMALL[(int) k] : series(k + 1.0);
  }

  /** Abramowitz and Stegun 6.1.41, to 4e-13 from 10 on. */
  private static double series(double k) {
    double r = 1 / (k * k);
    return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - r / 1680) * r) * r) / k;
  }

  private static final double[] SMALL = smallRests();

  private static double[] smallRests() {
    double[] rests = new double[10];
    double logFactorial = 0;
    for (int k = 0; k < rests.length; k++) {
      logFactorial += Math.log(Math.max(1, k));
      rests[k] = logFactorial - (k + 0.5) * Math.log(k + 1) + (k + 1) - Math.log(2 * Math.PI) / 2;
    }
    return rests;
  }
}
