package io.github.evenlot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.analysis.GuardrailResult.State;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.metric.RowKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Held against {@code published/stratified_report.py}, which shares no code with the analysis. */
@DisplayName("A report over two epochs with different shares")
class StratifiedReportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Instant CHANGE = Instant.parse("2026-01-03T00:00:00Z");
  private static final long PLANNED = 20_030;

  private final Rows rows = new Rows("reallocated");
  private AnalysisReport report;

  @BeforeEach
  void analyse() {
    countRevenue(1, "control", 5030, 250, 12_500, 90_000);
    countRevenue(1, "green", 2480, 150, 6500, 48_000);
    countRevenue(1, "blue", 2490, 140, 6300, 47_000);
    countRevenue(2, "control", 990, 90, 3500, 30_000);
    countRevenue(2, "green", 4600, 485, 16_000, 140_000);
    countRevenue(2, "blue", 4440, 430, 15_800, 137_000);
    report = rows.analysis().look(experiment(), DAY);
  }

  private void countRevenue(int epoch, String arm, long n, long clicks, long sum, long squares) {
    rows.units(epoch, arm, DAY, n).sums(epoch, arm, "click", DAY, n, clicks, clicks);
    rows.sums(epoch, arm, "revenue", DAY, n, sum, squares);
    rows.sums(epoch, arm, "guarded", DAY, n, sum, squares);
    rows.sums(epoch, arm, "proven", DAY, n, sum, squares);
  }

  private static Experiment experiment() {
    MetricDefinition revenue = MetricDefinition.of("revenue", Kind.REVENUE);
    return Experiment.builder("reallocated")
        .variant("control", 50)
        .variant("green", 25)
        .variant("blue", 25)
        .metric(MetricDefinition.conversion("click"))
        .metric(revenue.with(Role.SECONDARY))
        .metric(MetricDefinition.of("guarded", Kind.REVENUE).with(Role.GUARDRAIL))
        .metric(MetricDefinition.of("proven", Kind.REVENUE).with(Role.GUARDRAIL))
        .plan(AnalysisPlan.ofUnits(PLANNED).withMargin("proven", 0.1))
        .build()
        .withAllocation(
            Allocation.of(
                10_000,
                List.of(
                    new Range(0, 1000, "control"),
                    new Range(1000, 5500, "green"),
                    new Range(5500, 10_000, "blue"))),
            CHANGE);
  }

  @Test
  @DisplayName("holds each epoch's units against that epoch's buckets")
  void sampleRatio() {
    assertThat(statistic(report.sampleRatio())).isCloseTo(3.403152763930431, within(1e-13));
    assertThat(p(report.sampleRatio())).isCloseTo(0.4927561095443067, within(1e-13));
    assertThat(((Tested) report.sampleRatio()).degreesOfFreedom()).hasValue(4);
    // 10,000 units at 5000/10,000 and 10,030 at 1000/10,000.
    assertThat(report.arms().get(0).expectedShare())
        .isCloseTo((10_000 * 0.5 + 10_030 * 0.1) / 20_030, within(1e-15));
    assertThat(report.units()).isEqualTo(PLANNED);
  }

  @Test
  @DisplayName("tests conversions within epochs by Cochran's test")
  void conversions() {
    assertThat(statistic(report.overall().orElseThrow()))
        .isCloseTo(6.840093035760002, within(1e-12));
    assertThat(p(report.overall().orElseThrow())).isCloseTo(0.03271091326128967, within(1e-14));
    Comparison green = report.comparisons().get(0);
    assertThat(statistic(green.test())).isCloseTo(5.566028755115751, within(1e-12));
    assertThat(p(green.test())).isCloseTo(0.018312247348792998, within(1e-14));
    assertThat(green.z().orElseThrow()).isCloseTo(2.35924325899551, within(1e-12));
    assertThat(green.adjustedP().orElseThrow()).isCloseTo(0.036624494697585996, within(1e-14));
    assertThat(estimate(green.lift())).isCloseTo(0.18398488292373008, within(1e-13));
    Comparison blue = report.comparisons().get(1);
    assertThat(statistic(blue.test())).isCloseTo(1.6157146051300835, within(1e-12));
    assertThat(blue.adjustedP().orElseThrow()).isCloseTo(0.20369036155962575, within(1e-13));
    assertThat(estimate(blue.lift())).isCloseTo(0.09372421463205248, within(1e-13));
  }

  @Test
  @DisplayName("tests means after standardising the arms to the same mixture of epochs")
  void means() {
    SecondaryResult green = report.secondaries().get(0);
    Tested test = (Tested) green.comparison().test();
    assertThat(test.estimate().orElseThrow()).isCloseTo(0.05353418865584047, within(1e-13));
    assertThat(test.standardError().orElseThrow()).isCloseTo(0.08015589481926655, within(1e-13));
    assertThat(test.degreesOfFreedom().orElseThrow()).isCloseTo(11735.033167261543, within(1e-7));
    assertThat(test.pValue()).isCloseTo(0.5042259604843679, within(1e-12));
    assertThat(green.adjustedP()).hasValue(1);
    assertThat(estimate(green.comparison().lift())).isCloseTo(0.018250775341332206, within(1e-13));
    assertThat(p(report.secondaries().get(1).comparison().test()))
        .isCloseTo(0.6528241574880441, within(1e-12));
  }

  @Test
  @DisplayName(
      "lets a guardrail pass that is not shown to do worse, and not one with an open margin")
  void guardrails() {
    assertThat(report.guardrails())
        .extracting(GuardrailResult::state)
        .containsExactly(State.PASSES, State.PASSES, State.UNPROVEN, State.UNPROVEN);
    assertThat(report.guardrails())
        .extracting(GuardrailResult::explanation)
        .containsExactly(
            "is not shown to do worse, one-sided p = 0.748",
            "is not shown to do worse, one-sided p = 0.674",
            "is not shown to lose less than 0.1, one-sided p = 0.028",
            "is not shown to lose less than 0.1, one-sided p = 0.044");
  }

  @Test
  @DisplayName("decides from all of it")
  void decision() {
    // Two arms halve alpha: NormalDist().inv_cdf(1 - 0.05 / 4) of Python 3.11.
    assertThat(report.comparisons().get(0).boundary().orElseThrow().boundary())
        .isCloseTo(2.241402727604947, within(1e-12));
    assertThat(report.comparisons().get(0).rejectedAt()).hasValue(1);
    assertThat(report.comparisons().get(1).rejectedAt()).isEmpty();
    assertThat(report.decision())
        .isEqualTo(
            Decision.of(
                Verdict.NO_WINNER,
                "all planned units have come, and \"green\" does better than the control, but may"
                    + " not pass: guardrail \"proven\" of \"green\" is not shown to lose less than"
                    + " 0.1, one-sided p = 0.028"));
    assertThat(report.looks()).hasSize(2);
  }

  @Test
  @DisplayName("counts a unit of an epoch that never was as left out, and as a mismatch")
  void unknownEpoch() {
    rows.units(3, "control", DAY, 21).units(1, "control", RowKey.MISMATCHES, DAY, 21);
    AnalysisReport again = rows.analysis().look(experiment(), DAY);
    assertThat(again.units()).isEqualTo(PLANNED);
    assertThat(again.decision().verdict()).isEqualTo(Verdict.BROKEN);
  }

  /** Green converts better in each epoch, 12 to 10 % and 6 to 5 %, and worse in both together. */
  @Test
  @DisplayName("is not taken in by Simpson's paradox")
  void simpsonsParadox() {
    Rows paradox = new Rows("reallocated");
    paradox.units(1, "control", DAY, 9000).sums(1, "control", "click", DAY, 9000, 900, 900);
    paradox.units(1, "green", DAY, 1000).sums(1, "green", "click", DAY, 1000, 120, 120);
    paradox.units(2, "control", DAY, 1000).sums(2, "control", "click", DAY, 1000, 50, 50);
    paradox.units(2, "green", DAY, 9000).sums(2, "green", "click", DAY, 9000, 540, 540);
    Experiment experiment =
        Experiment.builder("reallocated")
            .variant("control", 90)
            .variant("green", 10)
            .metric(MetricDefinition.conversion("click"))
            .plan(AnalysisPlan.ofUnits(20_000))
            .build()
            .withAllocation(
                Allocation.of(
                    10_000,
                    List.of(new Range(0, 1000, "control"), new Range(1000, 10_000, "green"))),
                CHANGE);
    AnalysisReport both = paradox.analysis().look(experiment, DAY);
    assertThat(both.arms().get(1).moments().mean()).isLessThan(both.arms().get(0).moments().mean());
    assertThat(both.decision().variant()).hasValue("green");
  }

  private static double statistic(TestResult result) {
    return ((Tested) result).statistic();
  }

  private static double p(TestResult result) {
    return ((Tested) result).pValue();
  }

  private static double estimate(TestResult result) {
    return ((Tested) result).estimate().orElseThrow();
  }
}
