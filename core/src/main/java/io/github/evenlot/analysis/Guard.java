package io.github.evenlot.analysis;

import io.github.evenlot.analysis.GuardrailResult.State;
import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.inference.NonInferiorityTest;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rule of one guardrail.
 *
 * <ul>
 *   <li>Harm is shown where the one-sided test of harm crosses the boundary of this look, of a
 *       one-sided design with the plan's alpha and spending: over all looks a harmless arm is
 *       accused with at most that probability.
 *   <li>Harm is suspected, and the arm may not pass, where that test is below alpha at this look.
 *       It is not adjusted for arms, metrics or looks, which would make a veto rarer.
 *   <li>With a margin, a loss below it has to be shown by a one-sided test at alpha/2, as is usual
 *       for non-inferiority (ICH E9, §3.3.2 and §5.5). As every guardrail has to show it, there is
 *       no multiplicity to adjust for (Berger 1982, Multiparameter hypothesis testing and
 *       acceptance sampling, Technometrics 24, 295-300).
 * </ul>
 *
 * @param test of the metric
 * @param alpha of the plan
 * @param harmLevel the one-sided p-value at the boundary of this look
 * @param nonInferiority if there is a margin
 */
record Guard(
    MetricTest test, double alpha, double harmLevel, Optional<NonInferiorityTest> nonInferiority) {

  static Guard of(MetricTest test, AnalysisPlan plan, double harmLevel) {
    Optional<NonInferiorityTest> nonInferiority =
        Optional.ofNullable(plan.margins().get(test.metric().key()))
            .map(NonInferiorityTest::ofMargin)
            .map(method -> method.with(test.better()).with(test.estimator()));
    return new Guard(test, plan.alpha(), harmLevel, nonInferiority);
  }

  /** The one-sided p-value at the boundary of the last look. */
  static double harmLevel(AnalysisPlan plan, LookTimes times) {
    return times
        .procedure(PlannedDesign.of(plan).withSides(Sides.ONE_SIDED), 1)
        .familyBoundary()
        .nominalP();
  }

  GuardrailResult judge(MetricComparison comparison, List<List<Moments>> strata) {
    return nonInferiority
        .map(method -> withMargin(comparison, method, strata))
        .orElseGet(() -> withoutMargin(comparison, strata));
  }

  private GuardrailResult withoutMargin(MetricComparison comparison, List<List<Moments>> strata) {
    OptionalDouble harm = harm(comparison.test(), strata);
    if (harm.isEmpty()) {
      return new GuardrailResult(comparison, State.PASSES, untestable(comparison.test()));
    }
    double p = harm.getAsDouble();
    if (p < harmLevel) {
      return result(comparison, State.HARMS, "does worse, one-sided p = ", p);
    }
    return p < alpha
        ? result(comparison, State.UNPROVEN, "seems to do worse, one-sided p = ", p)
        : result(comparison, State.PASSES, "is not shown to do worse, one-sided p = ", p);
  }

  private GuardrailResult withMargin(
      MetricComparison comparison, NonInferiorityTest method, List<List<Moments>> strata) {
    TestResult notWorse = method.testWithin(strata);
    if (!(notWorse instanceof Tested tested)) {
      return new GuardrailResult(comparison, State.UNPROVEN, untestable(notWorse));
    }
    String less = "less than %s, one-sided p = ".formatted(method.margin());
    if (tested.pValue() < alpha / 2) {
      return result(comparison, State.PASSES, "is shown to lose " + less, tested.pValue());
    }
    OptionalDouble harm = harm(comparison.test(), strata);
    boolean harms = harm.isPresent() && harm.getAsDouble() < harmLevel;
    return result(
        comparison,
        harms ? State.HARMS : State.UNPROVEN,
        (harms ? "does worse, and " : "") + "is not shown to lose " + less,
        tested.pValue());
  }

  /** The probability of doing so badly where there is no harm. */
  private OptionalDouble harm(TestResult result, List<List<Moments>> strata) {
    OptionalDouble z = test.z(result, strata);
    return z.isPresent()
        ? OptionalDouble.of(NormalTail.survival(-test.goodness(z.getAsDouble())))
        : z;
  }

  private static String untestable(TestResult result) {
    return result instanceof NotTestable not ? "can't be tested: " + not.reason() : "";
  }

  private static GuardrailResult result(
      MetricComparison comparison, State state, String clause, double p) {
    String shown = String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
    return new GuardrailResult(comparison, state, clause + shown);
  }
}
