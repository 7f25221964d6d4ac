package io.github.evenlot.statistics;

/** Keeps NaN and infinity out. */
final class Finite {

  private Finite() {}

  static void check(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is %s, not a finite number".formatted(what, value));
    }
  }
}
