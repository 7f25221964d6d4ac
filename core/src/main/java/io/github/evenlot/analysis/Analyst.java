package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pure part of an analysis: a function of the experiment, the rows, the past looks and the
 * time.
 */
final class Analyst {

  /** Of 1000 units one may have switched or mismatched; more is a fault and not chance. */
  private static final int TOLERATED_PER_UNIT = 1000;

  private static final SampleRatioTest SAMPLE_RATIO = SampleRatioTest.withDefaults();

  private final Experiment experiment;
  private final MetricDefinition metric;
  private final AnalysisPlan plan;
  private final LocalDate asOf;
  private final List<Look> past;

  private Analyst(
      Experiment experiment,
      MetricDefinition metric,
      AnalysisPlan plan,
      LocalDate asOf,
      List<Look> past) {
    this.experiment = experiment;
    this.metric = metric;
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
    if (experiment.epochs().size() > 1) {
      throw unfit(experiment, "has %d epochs, above 1".formatted(experiment.epochs().size()));
    }
    MetricDefinition metric =
        experiment.primaryMetric().orElseThrow(() -> unfit(experiment, "has no primary metric"));
    List<Look> ofMetric = past.stream().filter(l -> l.metric().equals(metric.key())).toList();
    return new Analyst(experiment, metric, plan, asOf, ofMetric);
  }

  private static IllegalArgumentException unfit(Experiment experiment, String why) {
    return new IllegalArgumentException(
        "experiment \"%s\" can't be analysed: it %s".formatted(experiment.key(), why));
  }

  AnalysisReport report(Collection<MetricRow> rows, Instant now) {
    List<ArmSummary> arms = arms(rows);
    long units = arms.stream().mapToLong(ArmSummary::units).sum();
    long switchers = MetricRows.countAsOf(rows, RowKey.SWITCHERS, asOf);
    long mismatches = MetricRows.countAsOf(rows, RowKey.MISMATCHES, asOf);
    TestResult sampleRatio = sampleRatio(arms);
    Optional<String> broken = broken(sampleRatio, units, switchers, mismatches);
    double information = (double) units / plan.plannedUnits();
    Comparisons comparisons = new Comparisons(experiment, metric, plan, past, arms);
    Comparisons.Outcome outcome =
        broken.isPresent() || units == 0
            ? Comparisons.Outcome.NONE
            : comparisons.at(information, asOf, now);
    return new AnalysisReport(
        experiment.key(),
        metric.key(),
        asOf,
        arms,
        sampleRatio,
        switchers,
        mismatches,
        comparisons.overall(),
        information,
        outcome.comparisons(),
        outcome.looks(),
        broken
            .map(why -> Decision.of(Verdict.BROKEN, why))
            .orElseGet(() -> new Judge(metric, arms, information).judge(outcome.comparisons())));
  }

  private List<ArmSummary> arms(Collection<MetricRow> rows) {
    Map<String, ExactMoments> exposed = MetricRows.asOf(rows, RowKey.EXPOSURES, asOf);
    Map<String, ExactMoments> measured = MetricRows.asOf(rows, metric.key(), asOf);
    double allocated =
        experiment.variants().stream()
            .mapToInt(variant -> experiment.allocation().bucketsOf(variant.id()))
            .sum();
    return experiment.variants().stream()
        .map(
            variant ->
                new ArmSummary(
                    variant,
                    exposed.getOrDefault(variant.id(), ExactMoments.ZERO).n(),
                    experiment.allocation().bucketsOf(variant.id()) / allocated,
                    measured.getOrDefault(variant.id(), ExactMoments.ZERO)))
        .toList();
  }

  private TestResult sampleRatio(List<ArmSummary> arms) {
    List<BigDecimal> buckets =
        arms.stream()
            .map(arm -> experiment.allocation().bucketsOf(arm.variant().id()))
            .map(BigDecimal::valueOf)
            .toList();
    return SAMPLE_RATIO.test(arms.stream().map(ArmSummary::units).toList(), buckets);
  }

  private static Optional<String> broken(
      TestResult sampleRatio, long units, long switchers, long mismatches) {
    if (SAMPLE_RATIO.isMismatch(sampleRatio)) {
      return Optional.of("the arms do not have the shares of units that they were allocated");
    }
    if (mismatches * TOLERATED_PER_UNIT > units) {
      return Optional.of(
          "%d of %d units were shown a variant that they were not assigned"
              .formatted(mismatches, units));
    }
    if (switchers * TOLERATED_PER_UNIT > units) {
      return Optional.of(
          "%d units were seen in more than one variant, beside %d in one"
              .formatted(switchers, units));
    }
    return Optional.empty();
  }
}
