package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.function.Function;

/** What is measured of a unit, and how a sentence names it. */
enum Variable {
  METRIC("", Moments::y),
  DENOMINATOR("a denominator of ", Moments::x),
  COVARIATE("a covariate of ", Moments::c);

  private final String words;
  private final Function<Moments, Marginal> marginal;

  Variable(String words, Function<Moments, Marginal> marginal) {
    this.words = words;
    this.marginal = marginal;
  }

  /** Before "mean" and "variance". */
  String words() {
    return words;
  }

  Marginal of(Moments arm) {
    return marginal.apply(arm);
  }
}
