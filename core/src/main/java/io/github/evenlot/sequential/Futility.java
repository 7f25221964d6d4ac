package io.github.evenlot.sequential;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Futility bounds by beta spending: a one-sided test stops early without rejecting where, if the
 * effect were as planned, such a low statistic would be improbable. At full information the bound
 * is the rejection boundary, so that the test ends there.
 *
 * <p>Pampallona, Tsiatis and Kim (2001), Drug Information Journal 35, 1113-1121.
 *
 * @param spending how fast beta is spent
 * @param beta the type II error rate under the planned effect, in (0, ½)
 * @param drift the planned effect: the mean of z at information 1; positive
 * @param binding whether the rejection boundaries count on the test to stop at the bounds. Binding
 *     ones are a little lower, and void the type I error rate if a bound is overruled
 */
public record Futility(SpendingFunction spending, double beta, double drift, boolean binding) {

  private static final double ACCURACY = 1e-14;
  private static final int ORDER = 5;
  private static final int MAX_EVALUATIONS = 100;

  /** Small, as bounds for a drift far above the solution may contradict each other. */
  private static final double STEP = 1.02;

  /**
   * @throws IllegalArgumentException if {@code beta} or {@code drift} is out of range
   */
  public Futility {
    Objects.requireNonNull(spending, "spending");
    if (!(beta > 0 && beta < 0.5)) {
      throw new IllegalArgumentException("beta " + beta + " is outside (0, 0.5)");
    }
    if (!(drift > 0) || Double.isInfinite(drift)) {
      throw new IllegalArgumentException("drift " + drift + " is not positive and finite");
    }
  }

  /**
   * Bounds for planned looks, with the drift under which the design then has the power 1 − beta.
   *
   * @param design one-sided
   * @param information the planned information fractions, the last at or above 1
   * @throws IllegalArgumentException if the design is two-sided or an argument out of range
   */
  public static Futility planned(
      GroupSequentialDesign design,
      SpendingFunction spending,
      double beta,
      boolean binding,
      double... information) {
    DoubleUnaryOperator missing =
        drift -> new Futility(spending, beta, drift, binding).power(design, information) - 1 + beta;
    // No test with looks has more power than the fixed-sample test.
    double below = design.fixedSampleDrift(1 - beta);
    while (missing.applyAsDouble(STEP * below) < 0) {
      below *= STEP;
    }
    double drift =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ORDER)
            .solve(MAX_EVALUATIONS, missing::applyAsDouble, below, STEP * below);
    return new Futility(spending, beta, drift, binding);
  }

  String description() {
    return "%s, beta %s, drift %s, %s"
        .formatted(spending.id(), beta, drift, binding ? "binding" : "not binding");
  }

  /** What may have been spent at a look that is not the last. */
  double spent(double information, double before) {
    double spent = information >= 1 ? beta : spending.spent(beta, information);
    return Budget.check(spending, spent, before, beta, information);
  }

  /** The bound that spends {@code increment}. */
  double score(Step step, double increment) {
    return Budget.isSomething(increment)
        ? BoundarySearch.lower(step, increment, drift)
        : Double.NEGATIVE_INFINITY;
  }

  /** Bounds that meet the rejection boundary early leave no way to the later looks. */
  private double power(GroupSequentialDesign design, double... information) {
    LookHistory history = design.withFutility(this).start();
    for (double time : information) {
      history = history.isOver() ? history : history.next(time);
    }
    return history.stoppingBoundaries().power(drift);
  }
}
