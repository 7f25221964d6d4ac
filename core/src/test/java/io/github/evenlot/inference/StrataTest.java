package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A test within strata")
class StrataTest {

  /**
   * Admissions to Berkeley in 1973 by sex and the six largest departments, R's {@code
   * UCBAdmissions} (Bickel, Hammel and O'Connell 1975, Science 187, 398-403): admitted and rejected
   * men, admitted and rejected women.
   */
  private static final long[][] BERKELEY = {
    {512, 313, 89, 19},
    {353, 207, 17, 8},
    {120, 205, 202, 391},
    {138, 279, 131, 244},
    {53, 138, 94, 299},
    {22, 351, 24, 317}
  };

  private static List<List<Moments>> berkeley() {
    List<List<Moments>> strata = new ArrayList<>();
    for (long[] d : BERKELEY) {
      strata.add(List.of(rate(d[2], d[2] + d[3]), rate(d[0], d[0] + d[1])));
    }
    return strata;
  }

  private static Moments rate(long converted, long units) {
    return Moments.of(DecimalSums.ofConversions(units, converted));
  }

  private static List<Moments> together(List<List<Moments>> strata) {
    Moments control = Moments.EMPTY;
    Moments treatment = Moments.EMPTY;
    for (List<Moments> arms : strata) {
      control = control.plus(arms.get(0));
      treatment = treatment.plus(arms.get(1));
    }
    return List.of(control, treatment);
  }

  /**
   * By Fractions of Python 3.11 from the counts: 1.5265578427956. The same lines with N − 1 in
   * place of N in the variance and Yates's correction give 1.42694623, the number in the examples
   * of R's {@code mantelhaen.test(UCBAdmissions)}.
   */
  @Test
  @DisplayName("resolves Simpson's paradox of Berkeley's admissions")
  void berkeleysParadox() {
    PearsonChiSquared pearson = PearsonChiSquared.withDefaults();
    assertThat(tested(pearson.test(together(berkeley()))).pValue()).isLessThan(1e-20);
    Tested within = tested(pearson.testWithin(berkeley()));
    assertThat(within.statistic()).isCloseTo(1.526557842795605, within(1e-13));
    assertThat(within.degreesOfFreedom()).hasValue(1);
    // By the same script: the difference with weights n₀n₁/N, and Wald's standard error.
    Tested z = tested(TwoProportionZTest.withDefaults().testWithin(berkeley()));
    assertThat(z.statistic() * z.statistic()).isCloseTo(within.statistic(), within(1e-13));
    assertThat(z.estimate().orElseThrow()).isCloseTo(-0.018425196190852512, within(1e-15));
    double wald = 0.0146194685233229;
    assertThat(z.interval().orElseThrow().upper())
        .isCloseTo(-0.018425196190852512 + 1.959963984540054 * wald, within(1e-14));
  }

  /** Agresti (2002), Categorical data analysis, table 6.9: CMH = 280.1 with N − 1 for N. */
  @Test
  @DisplayName("is next to Mantel and Haenszel's where strata are large")
  void smokers() {
    long[][] cities = {
      {126, 100, 35, 61}, {908, 688, 497, 807}, {913, 747, 336, 598}, {235, 172, 58, 121},
      {402, 308, 121, 215}, {182, 156, 72, 98}, {60, 99, 11, 43}, {104, 89, 21, 36}
    };
    List<List<Moments>> strata = new ArrayList<>();
    for (long[] c : cities) {
      strata.add(List.of(rate(c[2], c[2] + c[3]), rate(c[0], c[0] + c[1])));
    }
    double statistic = tested(PearsonChiSquared.withDefaults().testWithin(strata)).statistic();
    assertThat(statistic).isBetween(280.1375, 280.1375 * 213 / 212);
  }

  @Test
  @DisplayName("of one stratum is the test of its arms")
  void oneStratum() {
    List<Moments> arms = berkeley().get(0);
    List<Moments> three = List.of(arms.get(0), arms.get(1), berkeley().get(1).get(1));
    for (TestMethod method : methods()) {
      assertThat(method.testWithin(List.of(arms))).isEqualTo(method.test(arms));
    }
    PearsonChiSquared pearson = PearsonChiSquared.withDefaults();
    assertThat(pearson.testWithin(List.of(three))).isEqualTo(pearson.test(three));
    // Cochran's statistic of one stratum, the other being empty, is Pearson's.
    List<Moments> none = List.of(Moments.EMPTY, Moments.EMPTY, Moments.EMPTY);
    assertThat(tested(pearson.testWithin(List.of(three, none))).statistic())
        .isCloseTo(tested(pearson.test(three)).statistic(), within(1e-11));
  }

  private static List<TestMethod> methods() {
    return List.of(
        PearsonChiSquared.withDefaults(),
        GTest.withDefaults(),
        TwoProportionZTest.withDefaults(),
        WelchTTest.withDefaults(),
        StudentTTest.withDefaults(),
        CupedTest.withDefaults(),
        RelativeLift.withDefaults(),
        NonInferiorityTest.ofMargin(0.1),
        EquivalenceTest.within(-0.1, 0.1),
        MixtureSprt.ofTauSquared(1e-4),
        AsymptoticConfidenceSequence.tunedTo(5000));
  }

  @Test
  @DisplayName("finds the same difference in every stratum whatever the shares")
  void sameDifference() {
    List<List<Moments>> strata =
        List.of(
            List.of(Moments.of(9000, 10, 4), Moments.of(1000, 10.5, 4)),
            List.of(Moments.of(1000, 2, 1), Moments.of(9000, 2.5, 1)));
    assertThat(tested(WelchTTest.withDefaults().test(together(strata))).estimate().orElseThrow())
        .isLessThan(-5);
    Tested within = tested(WelchTTest.withDefaults().testWithin(strata));
    assertThat(within.estimate().orElseThrow()).isCloseTo(0.5, within(1e-14));
    // Half of the units in each: ½ √(4/9000 + 4/1000 + 1/1000 + 1/9000).
    double error = Math.sqrt(4.0 / 9000 + 4.0 / 1000 + 1.0 / 1000 + 1.0 / 9000) / 2;
    assertThat(within.standardError().orElseThrow()).isCloseTo(error, within(1e-15));
  }

  /** A ratio of the standardised sums, whose denominators differ between strata. */
  @Test
  @DisplayName("of ratios compares the ratios of standardised means")
  void ratios() {
    List<List<Moments>> strata =
        List.of(
            List.of(ratio(9000, 20, 2), ratio(1000, 22, 2)),
            List.of(ratio(1000, 3, 1), ratio(9000, 3.3, 1)));
    Tested within = tested(RatioTest.withDefaults().testWithin(strata));
    // (22 + 3.3)/(2 + 1) − (20 + 3)/(2 + 1)
    assertThat(within.estimate().orElseThrow()).isCloseTo(2.3 / 3, within(1e-14));
  }

  private static Moments ratio(long n, double mean, double denominator) {
    return Moments.of(n, mean, 4).withDenominator(denominator, 0.5, 0.2);
  }

  /** y = 2c + noise with one more in the treatment, whose c differs by chance: θ is 2. */
  @Test
  @DisplayName("of means adjusted by a covariate takes out what the covariate explains")
  void covariates() {
    List<List<Moments>> strata =
        List.of(
            List.of(adjusted(9000, 20, 10), adjusted(1000, 21.4, 10.2)),
            List.of(adjusted(1000, 6, 3), adjusted(9000, 6.6, 2.8)));
    Tested within = tested(CupedTest.withDefaults().testWithin(strata));
    assertThat(within.estimate().orElseThrow()).isCloseTo(1, within(1e-13));
    // Var(y − 2c) = 5 − 2·2·2 + 4·1 = 1, and half of the units are in each stratum.
    double error = Math.sqrt(2.0 / 9000 + 2.0 / 1000) / 2;
    assertThat(within.standardError().orElseThrow()).isCloseTo(error, within(1e-15));
  }

  private static Moments adjusted(long n, double mean, double covariate) {
    return Moments.of(n, mean, 5).withCovariate(covariate, 1, 2);
  }

  @Test
  @DisplayName("leaves out a stratum in which an arm has no units to speak of")
  void incomplete() {
    List<Moments> complete = List.of(Moments.of(100, 1, 1), Moments.of(100, 2, 1));
    List<Moments> lonely = List.of(Moments.of(100, 50, 1), Moments.of(1, 2, 0));
    WelchTTest welch = WelchTTest.withDefaults();
    assertThat(welch.testWithin(List.of(complete, lonely))).isEqualTo(welch.test(complete));
    assertThat(reason(welch.testWithin(List.of(lonely, lonely))))
        .isEqualTo("none of 2 strata has 2 units in every arm");
  }

  @Test
  @DisplayName("says why counts can't be tested")
  void untestable() {
    PearsonChiSquared pearson = PearsonChiSquared.withDefaults();
    List<Moments> nobody = List.of(rate(0, 10), rate(0, 10));
    assertThat(reason(pearson.testWithin(List.of(nobody, nobody))))
        .isEqualTo(
            "no stratum has 2 arms with units, and both conversions and failures among them");
    List<Moments> apart = List.of(rate(5, 10), rate(4, 10), Moments.EMPTY, Moments.EMPTY);
    List<Moments> others = List.of(Moments.EMPTY, Moments.EMPTY, rate(5, 10), rate(4, 10));
    assertThat(reason(pearson.testWithin(List.of(apart, others))))
        .isEqualTo("some arms were in no stratum together, nor with a common third");
    assertThat(reason(GTest.withDefaults().testWithin(berkeley())))
        .isEqualTo("method \"g-test\" has no form for 6 strata; \"pearson\" has");
    List<Moments> values = List.of(Moments.of(10, 0.5, 3), rate(1, 10));
    assertThat(reason(pearson.testWithin(List.of(nobody, values))))
        .startsWith("the control has values other than 0 and 1");
  }
}
