package io.github.evenlot.simulation;

/** What the parameters of families and simulations have to be. */
final class Parameters {

  private Parameters() {}

  static void finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s %s is not finite".formatted(name, value));
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s %s is not positive and finite".formatted(name, value));
    }
  }

  static void between(String name, double value, double lower, double upper) {
    if (!(value > lower && value < upper)) {
      throw new IllegalArgumentException(
          "%s %s is outside (%s, %s)".formatted(name, value, lower, upper));
    }
  }
}
