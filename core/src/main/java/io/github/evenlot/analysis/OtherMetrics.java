package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The secondary and the guardrail metrics of an experiment. */
final class OtherMetrics {

  private final Experiment experiment;
  private final AnalysisPlan plan;
  private final Multiplicity adjustment;
  private final List<MetricTest> secondaries;
  private final List<MetricTest> guardrails;

  /**
   * @throws IllegalArgumentException if the plan names a method or an adjustment that there is not
   */
  OtherMetrics(Experiment experiment, AnalysisPlan plan) {
    this.experiment = experiment;
    this.plan = plan;
    this.adjustment = Multiplicity.byId(plan.adjustment());
    this.secondaries = tests(Role.SECONDARY);
    this.guardrails = tests(Role.GUARDRAIL);
  }

  private List<MetricTest> tests(Role role) {
    return experiment.metrics().stream()
        .filter(metric -> metric.role() == role)
        .map(metric -> MetricTest.of(metric, plan))
        .toList();
  }

  List<SecondaryResult> secondaries(RowIndex rows) {
    List<MetricComparison> comparisons = new ArrayList<>();
    for (MetricTest test : secondaries) {
      MetricData data = MetricData.of(rows, test.metric().key());
      for (int arm = 1; arm < experiment.variants().size(); arm++) {
        comparisons.add(comparison(test, arm, data.pair(arm)));
      }
    }
    List<OptionalDouble> adjusted =
        Adjustments.of(adjustment, comparisons.stream().map(MetricComparison::test).toList());
    List<SecondaryResult> results = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      results.add(new SecondaryResult(comparisons.get(i), adjusted.get(i)));
    }
    return results;
  }

  List<GuardrailResult> guardrails(RowIndex rows, LookTimes times) {
    List<GuardrailResult> results = new ArrayList<>();
    double harmLevel = guardrails.isEmpty() ? 0 : Guard.harmLevel(plan, times);
    for (MetricTest test : guardrails) {
      MetricData data = MetricData.of(rows, test.metric().key());
      Guard guard = Guard.of(test, plan, harmLevel);
      for (int arm = 1; arm < experiment.variants().size(); arm++) {
        List<List<Moments>> strata = data.pair(arm);
        results.add(guard.judge(comparison(test, arm, strata), strata));
      }
    }
    return results;
  }

  private MetricComparison comparison(MetricTest test, int arm, List<List<Moments>> strata) {
    Variant variant = experiment.variants().get(arm);
    return new MetricComparison(
        test.metric(),
        variant,
        test.test(strata),
        test.lift(strata, 1 - plan.alpha(), Alternative.TWO_SIDED));
  }
}
