package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pure part of an analysis: a function of the experiment, the rows, the past looks and the
 * time.
 */
final class Analyst {

  private final Experiment experiment;
  private final MetricTest primary;
  private final OtherMetrics others;
  private final AnalysisPlan plan;
  private final LocalDate asOf;
  private final List<Look> past;

  private Analyst(
      Experiment experiment,
      MetricTest primary,
      AnalysisPlan plan,
      LocalDate asOf,
      List<Look> past) {
    this.experiment = experiment;
    this.primary = primary;
    this.others = new OtherMetrics(experiment, plan);
    this.plan = plan;
    this.asOf = asOf;
    this.past = past;
  }

  static Analyst of(Experiment experiment, LocalDate asOf, List<Look> past) {
    AnalysisPlan plan = experiment.plan();
    if (plan == null) {
      throw unfit(experiment, "has no plan");
    }
    if (experiment.variants().size() < 2) {
      throw unfit(experiment, "has one arm, so there is nothing to compare");
    }
    MetricDefinition metric =
        experiment.primaryMetric().orElseThrow(() -> unfit(experiment, "has no primary metric"));
    List<Look> ofMetric = past.stream().filter(l -> l.metric().equals(metric.key())).toList();
    checkDay(asOf, ofMetric);
    Continuation.check(experiment, PlannedDesign.of(plan), ofMetric);
    return new Analyst(experiment, MetricTest.of(metric, plan), plan, asOf, ofMetric);
  }

  private static IllegalArgumentException unfit(Experiment experiment, String why) {
    return new IllegalArgumentException(
        "experiment \"%s\" can't be analysed: it %s".formatted(experiment.key(), why));
  }

  private static void checkDay(LocalDate asOf, List<Look> past) {
    Optional<LocalDate> last = past.stream().map(Look::asOf).max(Comparator.naturalOrder());
    if (last.isPresent() && asOf.isBefore(last.get())) {
      throw new IllegalArgumentException(
          "day %s is before %s, that of the last look".formatted(asOf, last.get()));
    }
  }

  AnalysisReport report(Collection<MetricRow> rows, Instant now) {
    RowIndex index = RowIndex.of(experiment, rows, asOf);
    Health health = Health.of(experiment, index);
    MetricData data = MetricData.of(index, primary.metric().key());
    double information = (double) health.units() / plan.plannedUnits();
    Comparisons comparisons = new Comparisons(experiment, primary, plan, past, data);
    boolean judged = health.broken().isEmpty() && health.units() > 0;
    Closing closing = Closing.of(experiment);
    boolean over = Continuation.isOver(PlannedDesign.of(plan), past);
    LookTimes times = LookTimes.of(past, information, over, closing.isClosed(asOf));
    Comparisons.Outcome outcome =
        judged ? comparisons.at(times, asOf, now) : Comparisons.Outcome.NONE;
    List<GuardrailResult> guardrails = judged ? others.guardrails(index, times) : List.of();
    return new AnalysisReport(
        experiment.key(),
        primary.metric().key(),
        asOf,
        arms(index),
        health.sampleRatio(),
        health.switchers(),
        health.mismatches(),
        comparisons.overall(),
        information,
        outcome.comparisons(),
        judged ? others.secondaries(index) : List.of(),
        guardrails,
        outcome.looks(),
        decision(health, outcome, guardrails, new Progress(information, times, closing, past)));
  }

  private Decision decision(
      Health health,
      Comparisons.Outcome outcome,
      List<GuardrailResult> guardrails,
      Progress progress) {
    return health
        .broken()
        .map(why -> Decision.of(Verdict.BROKEN, why))
        .orElseGet(
            () ->
                progress.remark(
                    new Judge(primary, guardrails, progress).judge(outcome.comparisons()),
                    outcome.comparisons(),
                    asOf));
  }

  private List<ArmSummary> arms(RowIndex index) {
    List<List<Long>> units = index.units();
    List<List<ExactMoments>> sums = index.strata(primary.metric().key());
    List<Double> shares = ExpectedShares.of(experiment, units);
    List<ArmSummary> arms = new ArrayList<>();
    for (int i = 0; i < experiment.variants().size(); i++) {
      int arm = i;
      arms.add(
          new ArmSummary(
              experiment.variants().get(arm),
              units.stream().mapToLong(epoch -> epoch.get(arm)).sum(),
              shares.get(arm),
              sums.stream()
                  .map(epoch -> epoch.get(arm))
                  .reduce(ExactMoments.ZERO, ExactMoments::plus)));
    }
    return arms;
  }
}
