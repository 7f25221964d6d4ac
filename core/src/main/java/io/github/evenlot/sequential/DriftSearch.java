package io.github.evenlot.sequential;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Finds the drift at which a probability that grows with the drift has a given value. */
final class DriftSearch {

  private static final double ACCURACY = 1e-15;
  private static final double PROBABILITY_ACCURACY = 1e-18;
  private static final int ORDER = 5;
  private static final int MAX_EVALUATIONS = 1000;

  private DriftSearch() {}

  /**
   * @param guess a drift near the solution
   * @param scale by which the drift may be off
   */
  static double solve(DoubleUnaryOperator probability, double value, double guess, double scale) {
    double below = guess;
    for (double width = scale; probability.applyAsDouble(below) >= value; width *= 2) {
      below -= width;
    }
    double above = guess;
    for (double width = scale; probability.applyAsDouble(above) <= value; width *= 2) {
      above += width;
    }
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, PROBABILITY_ACCURACY, ORDER)
        .solve(MAX_EVALUATIONS, x -> probability.applyAsDouble(x) - value, below, above);
  }
}
