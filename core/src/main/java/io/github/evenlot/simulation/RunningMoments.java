package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;

/** The moments of values that come one at a time, by the updates of Welford (1962). */
final class RunningMoments {

  private long n;
  private double meanY;
  private double meanX;
  private double squaresY;
  private double squaresX;
  private double products;

  void add(double y) {
    add(y, 0);
  }

  /** With a denominator. */
  void add(double y, double x) {
    n++;
    double beforeY = y - meanY;
    double beforeX = x - meanX;
    meanY += beforeY / n;
    meanX += beforeX / n;
    squaresY += beforeY * (y - meanY);
    squaresX += beforeX * (x - meanX);
    products += beforeY * (x - meanX);
  }

  Moments moments() {
    double degrees = Math.max(1, n - 1);
    return Moments.of(n, meanY, squaresY / degrees)
        .withDenominator(meanX, squaresX / degrees, products / degrees);
  }
}
