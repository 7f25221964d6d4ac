package io.github.evenlot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.NamedChoice;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.memory.InMemoryLookJournal;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.memory.SettableClock;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An analysis")
class ExperimentAnalysisTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  private final InMemoryMetricRowStore rows = new InMemoryMetricRowStore();
  private final InMemoryLookJournal journal = new InMemoryLookJournal();
  private final ExperimentAnalysis analysis =
      new ExperimentAnalysis(rows, RowOrigin.BATCH, journal, new SettableClock(NOW));
  private final List<MetricRow> written = new ArrayList<>();
  private long sequence;

  private static Experiment experiment(int arms, long planned, MetricDefinition metric) {
    Experiment.Builder builder =
        Experiment.builder("headline").metric(metric).plan(AnalysisPlan.ofUnits(planned));
    for (int arm = 1; arm <= arms; arm++) {
      builder.variant(Variant.of("arm-" + arm), new Weight("arm-" + arm, 10_000 / arms));
    }
    return builder.build();
  }

  private static Experiment clicks(int arms, long planned) {
    return experiment(arms, planned, MetricDefinition.conversion("click"));
  }

  private ExperimentAnalysisTest count(int arm, LocalDate day, long viewers, long clicks) {
    BigDecimal zero = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.valueOf(clicks);
    count(arm, RowKey.EXPOSURES, day, ExactMoments.ofCount(viewers));
    count(
        arm, "click", day, ExactMoments.of(viewers, sum, sum, zero, zero, zero, zero, zero, zero));
    return this;
  }

  private void count(int arm, String metric, LocalDate day, ExactMoments moments) {
    written.add(new MetricRow(new RowKey("headline", 1, "arm-" + arm, metric, day, day), moments));
    rows.upsert(RowOrigin.BATCH, new Fence(1, ++sequence), written);
  }

  private static double p(TestResult result) {
    return ((Tested) result).pValue();
  }

  @Test
  @DisplayName("of a real test with a loser advises to roll back")
  void rollsBack() {
    count(1, DAY, 10_751, 185).count(2, DAY, 10_692, 116);

    AnalysisReport report = analysis.look(clicks(2, 21_443), DAY);

    // scipy 1.17.1: chi2_contingency([[185, 10566], [116, 10576]], correction=False)
    assertThat(p(report.overall().orElseThrow())).isCloseTo(7.581920149285375e-5, within(1e-17));
    assertThat(report.information()).isEqualTo(1);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.ROLL_BACK);
    Comparison comparison = report.comparisons().get(0);
    assertThat(comparison.z().orElseThrow())
        .isCloseTo(-Math.sqrt(15.659786864181186), within(1e-12));
    assertThat(comparison.rejectedAt()).hasValue(1);
    // The only look of an O'Brien-Fleming design at full information is a fixed test.
    assertThat(comparison.boundary().orElseThrow().boundary())
        .isCloseTo(1.959963984540054, within(1e-12));
  }

  @Test
  @DisplayName("of three arms adjusts by Holm and ships the best of the winners")
  void shipsTheBest() {
    count(1, DAY, 8_077, 18).count(2, DAY, 8_066, 38).count(3, DAY, 8_150, 42);

    AnalysisReport report = analysis.look(clicks(3, 24_293), DAY);

    // scipy 1.17.1: chi2_contingency of arms 1 and 2, and 1 and 3, correction=False
    assertThat(p(report.comparisons().get(0).test()))
        .isCloseTo(0.007310280895057146, within(1e-15));
    assertThat(p(report.comparisons().get(1).test()))
        .isCloseTo(0.0021459643695833108, within(1e-15));
    assertThat(report.comparisons().get(0).adjustedP())
        .hasValue(p(report.comparisons().get(0).test()));
    assertThat(report.comparisons().get(1).adjustedP().orElseThrow())
        .isEqualTo(2 * p(report.comparisons().get(1).test()));
    assertThat(report.comparisons()).allMatch(comparison -> comparison.rejectedAt().isPresent());
    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
    assertThat(report.decision().variant()).hasValue("arm-3");
  }

  @Test
  @DisplayName("of arms whose sample ratio is off gives no verdict, takes no look, and says why")
  void seesABrokenSampleRatio() {
    count(1, DAY, 7_645, 69).count(2, DAY, 9_308, 63).count(3, DAY, 8_815, 145);
    count(4, DAY, 7_061, 65);

    AnalysisReport report = analysis.look(clicks(4, 32_829), DAY);

    // scipy 1.17.1: chisquare([7645, 9308, 8815, 7061]).pvalue
    assertThat(p(report.sampleRatio())).isCloseTo(1.7460082144574699e-84, within(1e-95));
    assertThat(report.decision().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.decision().explanation()).contains("shares of units");
    assertThat(report.comparisons()).isEmpty();
    assertThat(journal.find("headline")).isEmpty();
  }

  @Test
  @DisplayName(
      "holds the sample ratio against the buckets that the arms have, not against equality")
  void knowsTheWeights() {
    Experiment uneven =
        Experiment.builder("headline")
            .variant("arm-1", 90)
            .variant("arm-2", 10)
            .metric(MetricDefinition.conversion("click"))
            .plan(AnalysisPlan.ofUnits(10_000))
            .build();
    count(1, DAY, 9_010, 90).count(2, DAY, 990, 10);

    AnalysisReport report = analysis.look(uneven, DAY);

    assertThat(report.arms().get(0).expectedShare()).isEqualTo(0.9);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.NO_WINNER);
  }

  @Test
  @DisplayName("with more than one mismatch in a thousand units gives no verdict")
  void seesMismatches() {
    count(1, DAY, 5_000, 100).count(2, DAY, 5_000, 100);
    count(1, RowKey.MISMATCHES, DAY, ExactMoments.ofCount(10));
    assertThat(analysis.look(clicks(2, 20_000), DAY).decision().verdict())
        .isEqualTo(Verdict.KEEP_RUNNING);

    count(2, RowKey.MISMATCHES, DAY, ExactMoments.ofCount(1));

    AnalysisReport report = analysis.look(clicks(2, 20_000), DAY);
    assertThat(report.mismatches()).isEqualTo(11);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(report.decision().explanation())
        .isEqualTo("11 of 10000 units were shown a variant that they were not assigned");
  }

  @Test
  @DisplayName("with more than one switcher in a thousand units gives no verdict")
  void seesSwitchers() {
    count(1, DAY, 5_000, 100).count(2, DAY, 5_000, 100);
    count(1, RowKey.SWITCHERS, DAY, ExactMoments.ofCount(11));

    AnalysisReport report = analysis.look(clicks(2, 20_000), DAY);

    assertThat(report.switchers()).isEqualTo(11);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  @DisplayName("halfway asks for more than a fixed test would")
  void asksForMoreEarly() {
    // z = 2.5: beyond 1.96, short of the O'Brien-Fleming boundary 2.963 at half of the information.
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 309);

    AnalysisReport report = analysis.look(clicks(2, 20_000), DAY);

    Comparison comparison = report.comparisons().get(0);
    assertThat(p(comparison.test())).isLessThan(0.02);
    // gsDesign and rpact give 2.962588 for sfLDOF, two-sided 0.05, first look at 1/2.
    assertThat(comparison.boundary().orElseThrow().boundary()).isCloseTo(2.962588, within(1e-6));
    assertThat(report.decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    assertThat(report.decision().explanation())
        .isEqualTo("no arm has crossed its boundary, with 50 % of the planned units");
  }

  @Test
  @DisplayName("records its looks, and an arm rejected once stays rejected")
  void remembersLooks() {
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 350);
    Experiment experiment = clicks(2, 20_000);
    assertThat(analysis.look(experiment, DAY).decision().verdict()).isEqualTo(Verdict.SHIP);
    count(1, DAY.plusDays(1), 5_000, 300).count(2, DAY.plusDays(1), 5_000, 220);

    AnalysisReport second = analysis.look(experiment, DAY.plusDays(1));

    assertThat(p(second.comparisons().get(0).test())).isGreaterThan(0.3);
    assertThat(second.comparisons().get(0).rejectedAt()).hasValue(1);
    List<Look> looks = journal.find("headline");
    assertThat(looks).extracting(Look::number).containsExactly(1, 2);
    assertThat(looks).extracting(Look::information).containsExactly(0.5, 1.0);
    assertThat(looks.get(0).takenAt()).isEqualTo(NOW);
    assertThat(looks.get(1).asOf()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  @DisplayName("never ships an arm that was shown to do worse, though later counts look even")
  void keepsTheDirectionOfARejection() {
    count(1, DAY, 5_000, 350).count(2, DAY, 5_000, 250);
    Experiment experiment = clicks(2, 20_000);
    assertThat(analysis.look(experiment, DAY).decision().verdict()).isEqualTo(Verdict.ROLL_BACK);
    count(1, DAY.plusDays(1), 5_000, 250).count(2, DAY.plusDays(1), 5_000, 352);

    AnalysisReport second = analysis.look(experiment, DAY.plusDays(1));

    Comparison comparison = second.comparisons().get(0);
    assertThat(comparison.z().orElseThrow()).isBetween(0.0, 0.1);
    assertThat(comparison.rejectedZ().orElseThrow()).isLessThan(-4);
    assertThat(second.decision().verdict()).isEqualTo(Verdict.ROLL_BACK);
  }

  @Test
  @DisplayName("refuses a plan other than the one that its past looks spent alpha by")
  void refusesAChangedPlan() {
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 290);
    Experiment experiment = clicks(2, 20_000);
    AnalysisPlan pocock = AnalysisPlan.ofUnits(20_000).withSpending(NamedChoice.of("pocock"));
    analysis.look(experiment.withPlan(pocock), DAY);
    count(1, DAY.plusDays(1), 5_000, 250).count(2, DAY.plusDays(1), 5_000, 290);

    // 0.05 ln(1 + (e - 1)/2) is spent; O'Brien and Fleming's type would have spent a tenth of it.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.look(experiment, DAY.plusDays(1)))
        .withMessageStartingWith("look 1 of experiment \"headline\" has spent 0.0310057253479138")
        .withMessageContaining("at information 0.5, where the plan spends 0.003050645515977")
        .withMessageEndingWith("the plan is not the one it was looked at with");
    assertThat(analysis.look(experiment.withPlan(pocock), DAY.plusDays(1)).looks()).hasSize(1);
  }

  @Test
  @DisplayName("goes on after Holm's procedure has held its arms against different boundaries")
  void knowsItsLooksAgain() {
    Experiment experiment = clicks(3, 30_000);
    count(1, DAY, 5_000, 350).count(2, DAY, 5_000, 200).count(3, DAY, 5_000, 355);
    AnalysisReport first = analysis.look(experiment, DAY);
    assertThat(first.looks()).extracting(Look::alphaSpent).doesNotHaveDuplicates();
    count(1, DAY.plusDays(1), 5_000, 350).count(2, DAY.plusDays(1), 5_000, 200);
    count(3, DAY.plusDays(1), 5_000, 355);

    assertThat(analysis.look(experiment, DAY.plusDays(1)).looks()).hasSize(2);
  }

  @Test
  @DisplayName("refuses an arm that came after the first look, and says what to do")
  void refusesALateArm() {
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 290);
    analysis.look(clicks(2, 20_000), DAY);
    List<Variant> three = List.of(Variant.of("arm-1"), Variant.of("arm-2"), Variant.of("arm-3"));
    Experiment grown = clicks(2, 20_000).withVariants(three);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.look(grown, DAY.plusDays(1)))
        .withMessage(
            "experiment \"headline\" was looked at with the arms [arm-2] against its control and"
                + " has [arm-2, arm-3] now: a new arm takes a new experiment");
  }

  @Test
  @DisplayName("takes no second look where nothing has come since the first")
  void takesNoEmptyLook() {
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 350);
    Experiment experiment = clicks(2, 20_000);
    AnalysisReport first = analysis.look(experiment, DAY);

    AnalysisReport again = analysis.look(experiment, DAY);

    assertThat(again.looks()).isEmpty();
    assertThat(again.decision()).isEqualTo(first.decision());
    assertThat(again.comparisons().get(0).lift()).isEqualTo(first.comparisons().get(0).lift());
    assertThat(journal.find("headline")).hasSize(1);
  }

  @Test
  @DisplayName("sees no fact from after its day")
  void endsWithItsDay() {
    count(1, DAY, 500, 10).count(2, DAY, 500, 12);
    count(1, DAY.plusDays(1), 4_000, 200);

    assertThat(analysis.look(clicks(2, 10_000), DAY).units()).isEqualTo(1_000);
  }

  @Test
  @DisplayName("of an experiment that nobody has seen keeps running and spends nothing")
  void survivesEmptiness() {
    AnalysisReport report = analysis.look(clicks(2, 100), DAY);

    assertThat(report.units()).isZero();
    assertThat(report.decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    assertThat(journal.find("headline")).isEmpty();
  }

  @Test
  @DisplayName("where nobody converted says so, and decides nothing")
  void survivesNoConversion() {
    count(1, DAY, 5_000, 0).count(2, DAY, 5_000, 0);

    AnalysisReport report = analysis.look(clicks(2, 10_000), DAY);

    assertThat(report.comparisons().get(0).test()).isInstanceOf(NotTestable.class);
    assertThat(report.comparisons().get(0).z()).isEmpty();
    assertThat(report.decision().verdict()).isEqualTo(Verdict.NO_WINNER);
  }

  @Test
  @DisplayName("with a sliver of the information bounds the lift on no side")
  void boundsNothingEarly() {
    count(1, DAY, 50, 10).count(2, DAY, 50, 20);

    AnalysisReport report = analysis.look(clicks(2, 100_000), DAY);

    assertThat(((Tested) report.comparisons().get(0).lift()).interval())
        .hasValue(ConfidenceInterval.UNBOUNDED);
  }

  @Test
  @DisplayName("of a metric of which less is better ships the lower arm")
  void knowsTheDirection() {
    Experiment experiment =
        experiment(2, 10_000, MetricDefinition.conversion("click").with(Direction.DECREASE));
    count(1, DAY, 5_000, 350).count(2, DAY, 5_000, 250);

    AnalysisReport report = analysis.look(experiment, DAY);

    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
    assertThat(report.decision().variant()).hasValue("arm-2");
  }

  @Test
  @DisplayName("of a latency tests the ratio of sums, whichever arm has the greater sum")
  void testsRatios() {
    Experiment experiment = experiment(2, 200, MetricDefinition.of("latency", Kind.LATENCY));
    for (int arm = 1; arm <= 2; arm++) {
      ExactMoments sums = ExactMoments.ZERO;
      for (int unit = 0; unit < 100; unit++) {
        // The faster arm is asked twice as often, so that it takes more time in all.
        long requests = arm * (1 + unit % 5) * 1_000_000L;
        long each = (arm == 1 ? 120 : 100) + unit % 7;
        sums = sums.plus(ExactMoments.ofUnit(requests * each, requests, 0));
      }
      count(arm, RowKey.EXPOSURES, DAY, ExactMoments.ofCount(100));
      count(arm, "latency", DAY, sums);
    }

    AnalysisReport report = analysis.look(experiment, DAY);

    assertThat(report.overall()).isEmpty();
    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
    assertThat(report.decision().variant()).hasValue("arm-2");
    // Some 20 of some 123 milliseconds less.
    assertThat(((Tested) report.comparisons().get(0).lift()).estimate().orElseThrow())
        .isBetween(-0.17, -0.16);
  }

  @Test
  @DisplayName("refuses an experiment that it can't judge, and says what is missing")
  void refuses() {
    Experiment bare = Experiment.builder("bare").variant("a", 50).variant("b", 50).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.look(bare, DAY))
        .withMessage("experiment \"bare\" can't be analysed: it has no plan");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.look(clicks(1, 10), DAY))
        .withMessageContaining("has one arm");
  }

  @Test
  @DisplayName("hands nothing out when its look can't be recorded")
  void recordsFirst() {
    count(1, DAY, 5_000, 250).count(2, DAY, 5_000, 350);
    InMemoryLookJournal taken = new InMemoryLookJournal();
    ExperimentAnalysis late =
        new ExperimentAnalysis(
            rows, RowOrigin.BATCH, new LateJournal(taken), new SettableClock(NOW));

    assertThatIllegalStateException().isThrownBy(() -> late.look(clicks(2, 20_000), DAY));
  }
}
