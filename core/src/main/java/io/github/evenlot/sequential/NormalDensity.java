package io.github.evenlot.sequential;

/** The density of the standard normal distribution. */
final class NormalDensity {

  static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  private NormalDensity() {}

  static double at(double x) {
    return Math.exp(-0.5 * x * x) / ROOT_TWO_PI;
  }
}
