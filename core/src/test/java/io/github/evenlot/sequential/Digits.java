package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the fewest correct digits that a family of comparisons reached, and where. */
final class Digits {

  private static final double EXACT = 17;

  private final String what;
  private double fewest = EXACT;
  private String where = "nowhere";
  private int count;

  Digits(String what) {
    this.what = what;
  }

  /**
   * @param scale what the difference is measured against, where that is more than the expected
   *     value
   */
  void add(String name, double actual, double expected, double scale) {
    count++;
    double digits = digits(actual, expected, scale);
    if (!(digits >= fewest)) {
      fewest = digits;
      where = name + ": " + actual + " for " + expected;
    }
  }

  void hold(double needed) {
    System.out.printf("%s: %d values, fewest digits %.1f at %s%n", what, count, fewest, where);
    assertThat(fewest).as("%s, %s", what, where).isGreaterThanOrEqualTo(needed);
    assertThat(count).isPositive();
  }

  private static double digits(double actual, double expected, double scale) {
    if (actual == expected) {
      return EXACT;
    }
    double error = Math.abs(actual - expected) / Math.max(Math.abs(expected), scale);
    return Double.isFinite(error) ? Math.min(EXACT, -Math.log10(error)) : -1;
  }
}
