package io.github.evenlot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.analysis.GuardrailResult.State;
import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.experiment.NamedChoice;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An analysis of many metrics")
class ManyMetricsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final long N = 10_000;

  private final Rows rows = new Rows("checkout");
  private final Experiment.Builder builder =
      Experiment.builder("checkout")
          .variant("control", 50)
          .variant("green", 50)
          .metric(MetricDefinition.conversion("purchase"));

  private static MetricDefinition guardrail(String key) {
    return MetricDefinition.conversion(key).with(Direction.DECREASE).with(Role.GUARDRAIL);
  }

  /** The number of units that converted of ten thousand in each arm. */
  private ManyMetricsTest converted(String metric, long control, long green) {
    rows.sums(1, "control", metric, DAY, N, control, control);
    rows.sums(1, "green", metric, DAY, N, green, green);
    return this;
  }

  private AnalysisReport look(AnalysisPlan plan) {
    rows.units(1, "control", DAY, N).units(1, "green", DAY, N);
    return rows.analysis().look(builder.plan(plan).build(), DAY);
  }

  private AnalysisReport look() {
    return look(AnalysisPlan.ofUnits(2 * N));
  }

  @Test
  @DisplayName("ships a winner whose guardrail holds")
  void ships() {
    builder.metric(guardrail("crash"));
    AnalysisReport report = converted("purchase", 500, 600).converted("crash", 100, 105).look();
    assertThat(report.guardrails().get(0).state()).isEqualTo(State.PASSES);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
  }

  @Test
  @DisplayName("rolls a winner back that harms a guardrail")
  void rollsBack() {
    builder.metric(guardrail("crash"));
    AnalysisReport report = converted("purchase", 500, 600).converted("crash", 100, 150).look();
    // scipy 1.17.1: chi2_contingency([[100, 9900], [150, 9850]], correction=False).pvalue / 2
    assertThat(report.guardrails().get(0).explanation())
        .isEqualTo("does worse, one-sided p = 7.3e-04");
    assertThat(report.decision().verdict()).isEqualTo(Verdict.ROLL_BACK);
    assertThat(report.decision().explanation())
        .isEqualTo(
            "every arm does worse than the control, or harms: guardrail \"crash\" of \"green\""
                + " does worse, one-sided p = 7.3e-04");
  }

  @Test
  @DisplayName("keeps a winner waiting that seems to harm a guardrail, until a boundary is crossed")
  void waits() {
    builder.metric(guardrail("crash"));
    AnalysisReport report =
        converted("purchase", 500, 620)
            .converted("crash", 100, 128)
            .look(AnalysisPlan.ofUnits(4 * N));
    // scipy 1.17.1: chi2_contingency([[100, 9900], [128, 9872]], correction=False).pvalue / 2
    assertThat(report.guardrails().get(0).state()).isEqualTo(State.UNPROVEN);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    assertThat(report.decision().explanation())
        .isEqualTo(
            "\"green\" does better than the control, but may not pass: guardrail \"crash\" of"
                + " \"green\" seems to do worse, one-sided p = 0.031");
  }

  @Test
  @DisplayName("lets a guardrail with a margin lose a little, if it is shown to be no more")
  void margins() {
    builder.metric(guardrail("crash"));
    converted("purchase", 500, 600).converted("crash", 100, 150);
    AnalysisPlan plan = AnalysisPlan.ofUnits(2 * N);
    AnalysisReport wide = look(plan.withMargin("crash", 0.01));
    assertThat(wide.guardrails().get(0).explanation())
        .startsWith("is shown to lose less than 0.01, one-sided p = ");
    assertThat(wide.decision().verdict()).isEqualTo(Verdict.SHIP);
  }

  @Test
  @DisplayName(
      "says of a guardrail that can't be tested why, and lets it pass only without a margin")
  void untestable() {
    builder.metric(guardrail("crash"));
    converted("purchase", 500, 600).converted("crash", 0, 0);
    AnalysisReport report = look();
    assertThat(report.guardrails().get(0).explanation())
        .isEqualTo("can't be tested: nobody converted in any arm");
    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
    assertThat(look(AnalysisPlan.ofUnits(2 * N).withMargin("crash", 0.01)).decision().verdict())
        .isEqualTo(Verdict.NO_WINNER);
  }

  @Test
  @DisplayName("adjusts secondary metrics by the plan, and leaves out what can't be tested")
  void adjusts() {
    for (String key : new String[] {"a", "b", "c"}) {
      builder.metric(MetricDefinition.conversion(key).with(Role.SECONDARY));
    }
    converted("purchase", 500, 500).converted("a", 100, 150).converted("b", 100, 140);
    AnalysisReport report = look(AnalysisPlan.ofUnits(2 * N).withAdjustment("bh"));
    // Benjamini and Hochberg (1995) of three hypotheses; the one without a test counts as p = 1.
    double a = ((Tested) report.secondaries().get(0).comparison().test()).pValue();
    double b = ((Tested) report.secondaries().get(1).comparison().test()).pValue();
    assertThat(report.secondaries().get(0).adjustedP().orElseThrow())
        .isCloseTo(Math.min(3 * a, 3 * b / 2), within(1e-16));
    assertThat(report.secondaries().get(1).adjustedP().orElseThrow())
        .isCloseTo(3 * b / 2, within(1e-16));
    assertThat(report.secondaries().get(2).comparison().test()).isInstanceOf(NotTestable.class);
    assertThat(report.secondaries().get(2).adjustedP()).isEmpty();
  }

  @Test
  @DisplayName("adjusts by the covariate where the metric looks back")
  void cuped() {
    builder.metric(
        MetricDefinition.of("revenue", Kind.REVENUE)
            .withLookback(Duration.ofDays(7))
            .with(Role.SECONDARY));
    converted("purchase", 500, 500);
    rows.row(1, "control", "revenue", DAY, spenders(0));
    rows.row(1, "green", "revenue", DAY, spenders(1));
    MetricComparison comparison = look().secondaries().get(0).comparison();
    Tested test = (Tested) comparison.test();
    // y = 10 c + noise of 0 or 1, and one more in the treatment: the covariate takes 10 c out.
    assertThat(test.estimate().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(test.standardError().orElseThrow()).isLessThan(0.01);
    assertThat(((Tested) comparison.lift()).estimate().orElseThrow())
        .isCloseTo(1 / 20.5, within(1e-12));
  }

  private static ExactMoments spenders(int more) {
    ExactMoments sums = ExactMoments.ZERO;
    for (int unit = 0; unit < N; unit++) {
      long before = unit % 5;
      long noise = unit / 5 % 2;
      sums =
          sums.plus(
              ExactMoments.ofUnit((10 * before + noise + more) * 1_000_000, 0, before * 1_000_000));
    }
    return sums;
  }

  @Test
  @DisplayName("uses the plan's method, spending and sides")
  void plan() {
    AnalysisPlan plan =
        AnalysisPlan.ofUnits(4 * N)
            .withMethod("purchase", NamedChoice.of("two-proportion-z"))
            .withSpending(NamedChoice.of("kim-demets", "rho", 1))
            .withSides(1);
    Comparison comparison = converted("purchase", 500, 560).look(plan).comparisons().get(0);
    assertThat(((Tested) comparison.test()).estimate()).hasValue(0.006);
    // Half of the information spends half of a one-sided 5 %: scipy 1.17.1, norm.isf(0.025).
    assertThat(comparison.boundary().orElseThrow().boundary())
        .isCloseTo(1.959963984540054, within(1e-12));
    assertThat(((Tested) comparison.lift()).interval().orElseThrow().upper())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** {@code TestMethodsTest.SignOfLife}: its statistic is the number of units, its p-value ½. */
  @Test
  @DisplayName("uses a researcher's method that the service loader finds")
  void researchersMethod() {
    AnalysisPlan plan =
        AnalysisPlan.ofUnits(2 * N)
            .withMethod("purchase", NamedChoice.of("sign-of-life", "threshold", 10));
    Comparison comparison = converted("purchase", 500, 600).look(plan).comparisons().get(0);
    assertThat(((Tested) comparison.test()).statistic()).isEqualTo(2 * N);
    // The z of a two-sided ½: NormalDist().inv_cdf(0.75) of Python 3.11.
    assertThat(comparison.z().orElseThrow()).isCloseTo(0.6744897501960817, within(1e-14));
  }

  @Test
  @DisplayName("on one side tells no arm apart that does worse")
  void oneSided() {
    AnalysisPlan plan = AnalysisPlan.ofUnits(2 * N).withSides(1);
    AnalysisReport report = converted("purchase", 600, 500).look(plan);
    assertThat(report.comparisons().get(0).rejectedAt()).isEmpty();
    assertThat(report.decision().verdict()).isEqualTo(Verdict.NO_WINNER);
  }

  @Test
  @DisplayName("on one side finds the arm with less of what is bad")
  void oneSidedDecrease() {
    Experiment experiment =
        Experiment.builder("checkout")
            .variant("control", 50)
            .variant("green", 50)
            .metric(MetricDefinition.conversion("purchase").with(Direction.DECREASE))
            .plan(AnalysisPlan.ofUnits(2 * N).withSides(1))
            .build();
    rows.units(1, "control", DAY, N).units(1, "green", DAY, N);
    converted("purchase", 600, 500);
    assertThat(rows.analysis().look(experiment, DAY).decision().variant()).hasValue("green");
  }

  @Test
  @DisplayName("refuses a plan that it can't follow, before it looks at anything")
  void refuses() {
    AnalysisPlan plan = AnalysisPlan.ofUnits(2 * N);
    assertRefused(
        plan.withMethod(
            "purchase", new NamedChoice("tost", new TreeMap<>(Map.of("low", -0.01, "high", 0.01)))),
        "method \"tost\" {high=0.01, low=-0.01} of metric \"purchase\" is no two-sided test of a"
            + " difference, which a PRIMARY needs");
    assertRefused(
        plan.withMethod("purchase", NamedChoice.of("as-good-as")),
        "method \"as-good-as\" {} of metric \"purchase\" is no two-sided test of a"
            + " difference, which a PRIMARY needs");
    assertRefused(
        plan.withSpending(NamedChoice.of("pocock", "rho", 2)),
        "spending \"pocock\" has no parameter [rho]");
    assertRefused(plan.withSpending(NamedChoice.of("kim-demets")), "parameter \"rho\" is missing");
    assertRefused(
        plan.withAdjustment("sidak"),
        "no adjustment \"sidak\"; there are [bonferroni, holm, hochberg, bh, by]");
    assertThat(rows.journal().find("checkout")).isEmpty();
  }

  private void assertRefused(AnalysisPlan plan, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> look(plan)).withMessage(message);
  }

  @Test
  @DisplayName("refuses a day before that of the last look")
  void goesNotBack() {
    converted("purchase", 500, 600).look();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rows.analysis()
                    .look(builder.plan(AnalysisPlan.ofUnits(2 * N)).build(), DAY.minusDays(1)))
        .withMessage("day 2025-12-31 is before 2026-01-01, that of the last look");
  }
}
