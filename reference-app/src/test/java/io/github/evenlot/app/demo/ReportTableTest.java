package io.github.evenlot.app.demo;

import static io.github.evenlot.app.demo.Samples.arm;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.analysis.ExperimentAnalysis;
import io.github.evenlot.memory.InMemoryLookJournal;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.sequential.LookBoundary;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whole tables. Their p-values are those of scipy 1.17, chi2_contingency without correction and
 * chisquare; their intervals solve Fieller's quadratic with the normal quantile of 1 − 0.05/(2m)
 * for m arms, and were computed apart in Python.
 */
class ReportTableTest {

  @Test
  void aWinnerAmongFour() {
    assertThat(
            table(
                Samples.test(
                    arm(
                        "A headline that is far longer than the column in which it is to stand",
                        10_000,
                        200),
                    arm("The one that works", 10_100, 300),
                    arm("Dull", 9_950, 190),
                    arm("Worse", 9_990, 100))))
        .isEqualTo(
            """

             1. Week of 2014-03-03, 4 arms, 40,040 of 40,040 planned viewers
                headline                                          viewers  clicks    rate  lift (interval)          verdict
                A headline that is far longer than the column i…   10,000     200  2.00 %                           control
                The one that works                                 10,100     300  2.97 %  +49 % (+20 to +86)       WINNER
                Dull                                                9,950     190  1.91 %  -5 % (-25 to +22)        not shown to differ
                Worse                                               9,990     100  1.00 %  -50 % (-63 to -34)       worse
                => ship the winner: look 1 of 2 crossed its boundary. Test that all arms are alike: p = 9.6e-22
            """);
  }

  @Test
  void nothingToSee() {
    assertThat(table(Samples.test(arm("First", 8_263, 114), arm("Second", 8_232, 111))))
        .isEqualTo(
            """

             1. Week of 2014-03-03, 2 arms, 16,495 of 16,495 planned viewers
                headline                                          viewers  clicks    rate  lift (interval)          verdict
                First                                               8,263     114  1.38 %                           control
                Second                                              8,232     111  1.35 %  -2 % (-25 to +27)        not shown to differ
                => keep the first headline: no other is shown to do better. Test that all arms are alike: p = 0.863
            """);
  }

  /** The counts of the archive's test 527ab69d65671a0081004521. */
  @Test
  void aBrokenRandomisationHasNoVerdictAndNoLift() {
    assertThat(
            table(
                Samples.test(
                    arm("a", 7_645, 69),
                    arm("b", 9_308, 63),
                    arm("c", 8_815, 145),
                    arm("d", 7_061, 65))))
        .isEqualTo(
            """

             1. Week of 2014-03-03, 4 arms, 32,829 of 32,829 planned viewers
                headline                                          viewers  clicks    rate  lift (interval)          verdict
                a                                                   7,645      69  0.90 %                           no verdict
                b                                                   9,308      63  0.68 %                           no verdict
                c                                                   8,815     145  1.64 %                           no verdict
                d                                                   7,061      65  0.92 %                           no verdict
                => broken randomisation: no verdict. The arms do not have the shares of units that they were allocated (sample ratio p = 1.7e-84)
            """);
  }

  @Test
  void everyOtherDoesWorse() {
    assertThat(table(Samples.test(arm("First", 10_751, 185), arm("Second", 10_692, 116))))
        .contains("worse\n", "=> keep the first headline: every other does worse. Test that all");
  }

  @Test
  void whatWasShownToDoWorseStaysWorseThoughLaterCountsLookBetter() {
    ReplayedTest test = Samples.test(arm("First", 10_000, 200), arm("Second", 10_000, 210));
    LookBoundary boundary = GroupSequentialDesign.withDefaults().boundaries(0.5).get(0);
    InMemoryLookJournal journal = new InMemoryLookJournal();
    journal.append(
        List.of(
            new Look(
                test.experiment().key(),
                ReplayedTest.CLICK,
                ReplayedTest.variantId(1),
                1,
                test.start(),
                test.firstLook(),
                boundary.information(),
                -5,
                boundary.boundary(),
                boundary.alphaSpent(),
                true)));
    assertThat(table(test, journal))
        .contains("210  2.10 %", "worse\n", "=> keep the first headline: every other does worse.");
  }

  @Test
  void aSixthOfThePlannedViewersDecidesNothingAndBoundsNothing() {
    ReplayedTest sixth =
        ReplayedTest.of(
            Samples.test(arm("First", 826, 11), arm("Second", 823, 14)).archived(), 10_000);
    assertThat(table(sixth))
        .contains(
            "1,649 of 10,000 planned viewers",
            "14  1.70 %  +28 %                    not shown to differ",
            "=> keep running: no arm has crossed its boundary, with 16 % of the planned units."
                + " Test that all arms are alike: p = 0.539");
  }

  @Test
  void anArmThatNobodySawHasNoRate() {
    ReplayedTest empty =
        ReplayedTest.of(Samples.test(arm("First", 1, 0), arm("Second", 0, 0)).archived(), 100);
    assertThat(table(empty))
        .contains("Second                                                  0       0")
        .contains("not testable")
        .doesNotContain("NaN");
  }

  @Test
  void aHeadlineIsCutBetweenCharactersAndNotWithinOne() {
    String smiles = "😀".repeat(49);
    assertThat(table(Samples.test(arm(smiles, 10, 1), arm("b", 10, 1))))
        .contains("😀".repeat(47) + "…")
        .doesNotContain("?");
  }

  private static String table(ReplayedTest test) {
    return table(test, new InMemoryLookJournal());
  }

  private static String table(ReplayedTest test, InMemoryLookJournal journal) {
    InMemoryMetricRowStore store = new InMemoryMetricRowStore();
    Samples.store(store, RowOrigin.BATCH, test);
    ExperimentAnalysis analysis =
        new ExperimentAnalysis(store, RowOrigin.BATCH, journal, Clock.systemUTC());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportTable(new PrintStream(out, true, StandardCharsets.UTF_8))
        .print(1, test, analysis.look(test.experiment(), test.lastLook()));
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
