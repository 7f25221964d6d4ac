package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.conversions;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Numbers as they are printed in books and manuals. */
class TextbookTest {

  /**
   * NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.3 Two-sample t-test, AUTO83B.DAT: miles
   * per gallon of 249 American and 79 Japanese cars. T = -12.62059 with 326 degrees of freedom, and
   * with unequal variances T = -12.94627 with 136.8750.
   */
  @Test
  @DisplayName("the two-sample test of the NIST handbook: American and Japanese cars")
  void theTwoSampleTestOfTheNistHandbook() {
    Moments japanese = Moments.of(79, 30.48101, 6.10771 * 6.10771);
    Moments american = Moments.of(249, 20.14458, 6.41470 * 6.41470);
    Tested student = tested(StudentTTest.withDefaults().test(japanese, american));
    assertThat(student.statistic()).isCloseTo(-12.62059, within(2e-5));
    assertThat(student.degreesOfFreedom()).hasValue(326);
    Tested welch = tested(WelchTTest.withDefaults().test(japanese, american));
    assertThat(welch.statistic()).isCloseTo(-12.94627, within(2e-5));
    assertThat(welch.degreesOfFreedom().orElseThrow()).isCloseTo(136.8750, within(1e-3));
  }

  /**
   * Agresti (2007), An Introduction to Categorical Data Analysis, section 2.2 and 2.4: aspirin and
   * heart attacks in the Physicians' Health Study, 189 of 11,034 and 104 of 11,037. X² = 25.01, G²
   * = 25.37; a 95 percent interval for the difference of .005 to .011.
   */
  @Test
  @DisplayName("the Physicians' Health Study: aspirin and heart attacks")
  void thePhysiciansHealthStudy() {
    Moments placebo = conversions(189, 11_034);
    Moments aspirin = conversions(104, 11_037);
    assertThat(tested(PearsonChiSquared.withDefaults().test(placebo, aspirin)).statistic())
        .isCloseTo(25.01, within(0.005));
    assertThat(tested(GTest.withDefaults().test(placebo, aspirin)).statistic())
        .isCloseTo(25.37, within(0.005));
    ConfidenceInterval interval =
        tested(TwoProportionZTest.withDefaults().with(ProportionBounds.WALD).test(aspirin, placebo))
            .interval()
            .orElseThrow();
    assertThat(interval.lower()).isCloseTo(0.005, within(0.0005));
    assertThat(interval.upper()).isCloseTo(0.011, within(0.0005));
  }

  /**
   * The examples of {@code power.prop.test} in R's stats package: n = 50, p1 = .50, p2 = .75 gives
   * power 0.740; p1 = .50, p2 = .75 and power .90 give n = 76.7.
   */
  @Test
  @DisplayName("the examples of power.prop.test in R")
  void theExamplesOfPowerPropTest() {
    PowerAnalysis analysis = PowerAnalysis.of(PowerMetric.proportion(0.5));
    assertThat(analysis.power(0.25, 50)).isCloseTo(0.740, within(0.0005));
    assertThat(analysis.controlUnits(0.25, 0.9)).isCloseTo(76.7, within(0.05));
  }

  /**
   * Benjamini and Hochberg (1995), section 3.2: of fifteen p-values, at 5 percent the procedure of
   * Bonferroni rejects three, that of Hochberg the same three, and theirs four.
   */
  @Test
  @DisplayName("the fifteen p-values of Benjamini and Hochberg")
  void theFifteenPValuesOfBenjaminiAndHochberg() {
    List<Double> pValues =
        List.of(
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0);
    assertThat(rejected(Multiplicity.BONFERRONI, pValues)).isEqualTo(3);
    assertThat(rejected(Multiplicity.HOCHBERG, pValues)).isEqualTo(3);
    assertThat(rejected(Multiplicity.BENJAMINI_HOCHBERG, pValues)).isEqualTo(4);
  }

  private static long rejected(Multiplicity adjustment, List<Double> pValues) {
    return adjustment.adjust(pValues).stream().filter(p -> p <= 0.05).count();
  }
}
