package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.conversions;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Against SciPy, which went through the values of single units: {@code
 * src/test/resources/published/generate.py}.
 */
class SecondOpinionTest {

  private static DecimalSums sums(OracleRow row, int arm) {
    return DecimalSums.of(
        row.count("n" + arm), row.decimal("sum" + arm), row.decimal("sumsq" + arm));
  }

  @Test
  @DisplayName("the tests of two means agree with SciPy to ten digits")
  void theTestsOfTwoMeansAgree() {
    Accuracy accuracy = Accuracy.of("SciPy two samples", 10);
    for (OracleRow row : OracleTable.published("two_samples")) {
      List<Moments> arms = List.of(Moments.of(sums(row, 0)), Moments.of(sums(row, 1)));
      compare(accuracy, row, "welch", WelchTTest.withDefaults().test(arms));
      compare(accuracy, row, "student", StudentTTest.withDefaults().test(arms));
      WelchTTest welch = WelchTTest.withDefaults();
      compareP(accuracy, row, "welch_greater_p", welch.with(Alternative.GREATER).test(arms));
      compareP(accuracy, row, "welch_less_p", welch.with(Alternative.LESS).test(arms));
      StudentTTest student = StudentTTest.withDefaults();
      compareP(accuracy, row, "student_greater_p", student.with(Alternative.GREATER).test(arms));
      compareP(accuracy, row, "student_less_p", student.with(Alternative.LESS).test(arms));
      TestResult notWorse = NonInferiorityTest.ofMargin(0.5).test(arms);
      compareP(accuracy, row, "noninferiority_margin_half_p", notWorse);
      TestResult alike = EquivalenceTest.within(-1, 1).test(arms);
      compareP(accuracy, row, "tost_within_one_p", alike);
      Tested mixture = tested(MixtureSprt.ofTauSquared(0.25).test(arms));
      double log = row.number("msprt_tau_squared_quarter_log");
      accuracy.compare(row.text("id"), "ln mixture", mixture.statistic(), log, 1);
    }
    accuracy.check();
  }

  private static void compare(Accuracy accuracy, OracleRow row, String test, TestResult result) {
    Tested tested = tested(result);
    String id = row.text("id");
    accuracy.compare(id, test + " t", tested.statistic(), row.number(test + "_t"));
    double degrees = row.number(test + "_df");
    accuracy.compare(id, test + " df", tested.degreesOfFreedom().orElseThrow(), degrees);
    ConfidenceInterval interval = tested.interval().orElseThrow();
    accuracy.compare(id, test + " lower", interval.lower(), row.number(test + "_lower"), 1);
    accuracy.compare(id, test + " upper", interval.upper(), row.number(test + "_upper"), 1);
    compareP(accuracy, row, test + "_p", result);
  }

  private static void compareP(Accuracy accuracy, OracleRow row, String column, TestResult result) {
    accuracy.compare(row.text("id"), column, tested(result).pValue(), row.number(column));
  }

  @Test
  @DisplayName("the tests of tables agree with SciPy to ten digits")
  void theTestsOfTablesAgree() {
    Accuracy accuracy = Accuracy.of("SciPy tables", 10);
    for (OracleRow row : OracleTable.published("tables")) {
      List<Moments> arms = table(row);
      Tested pearson = tested(PearsonChiSquared.withDefaults().test(arms));
      Tested g = tested(GTest.withDefaults().test(arms));
      String id = row.text("id");
      accuracy.compare(id, "chi-squared", pearson.statistic(), row.number("chi2"));
      accuracy.compare(id, "G", g.statistic(), row.number("g"));
      assertThat(pearson.degreesOfFreedom()).hasValue(row.number("df"));
      compareP(accuracy, row, "chi2_p", pearson);
      compareP(accuracy, row, "g_p", g);
      if (row.has("newcombe_lower")) {
        TestResult z = TwoProportionZTest.withDefaults().test(arms);
        ConfidenceInterval interval = tested(z).interval().orElseThrow();
        accuracy.compare(id, "Newcombe", interval.lower(), row.number("newcombe_lower"), 1);
        accuracy.compare(id, "Newcombe", interval.upper(), row.number("newcombe_upper"), 1);
        compareP(accuracy, row, "chi2_p", z);
      }
    }
    accuracy.check();
  }

  private static List<Moments> table(OracleRow row) {
    long[] converted = counts(row, "converted");
    long[] others = counts(row, "not_converted");
    return IntStream.range(0, converted.length)
        .mapToObj(i -> conversions(converted[i], converted[i] + others[i]))
        .toList();
  }

  private static long[] counts(OracleRow row, String column) {
    return Arrays.stream(row.text(column).split(" ")).mapToLong(Long::parseLong).toArray();
  }

  @Test
  @DisplayName("the adjustment by a covariate agrees with SciPy to ten digits")
  void theAdjustmentByACovariateAgrees() {
    Accuracy accuracy = Accuracy.of("SciPy covariates", 10);
    for (OracleRow row : OracleTable.published("covariates")) {
      Tested cuped =
          tested(CupedTest.withDefaults().test(withCovariate(row, 0), withCovariate(row, 1)));
      String id = row.text("id");
      accuracy.compare(id, "t", cuped.statistic(), row.number("cuped_t"), 1);
      double degrees = row.number("cuped_df");
      accuracy.compare(id, "df", cuped.degreesOfFreedom().orElseThrow(), degrees);
      compareP(accuracy, row, "cuped_p", cuped);
      double lower = cuped.interval().orElseThrow().lower();
      accuracy.compare(id, "lower", lower, row.number("cuped_lower"), 1);
    }
    accuracy.check();
  }

  private static Moments withCovariate(OracleRow row, int arm) {
    return Moments.of(
        sums(row, arm)
            .withCovariate(
                row.decimal("csum" + arm),
                row.decimal("csumsq" + arm),
                row.decimal("cross" + arm)));
  }

  @Test
  @DisplayName("ratios and Fieller's intervals agree with SciPy to ten digits")
  void theRatiosAgree() {
    Accuracy accuracy = Accuracy.of("SciPy ratios", 10);
    for (OracleRow row : OracleTable.published("ratios")) {
      List<Moments> arms = List.of(withDenominator(row, 0), withDenominator(row, 1));
      Tested ratio = tested(RatioTest.withDefaults().test(arms));
      String id = row.text("id");
      double estimate = ratio.estimate().orElseThrow();
      accuracy.compare(id, "estimate", estimate, row.number("estimate"), 1);
      double error = ratio.standardError().orElseThrow();
      accuracy.compare(id, "standard error", error, row.number("standard_error"));
      compareP(accuracy, row, "p", ratio);
      compareFieller(accuracy, row, arms);
    }
    accuracy.check();
  }

  private static void compareFieller(Accuracy accuracy, OracleRow row, List<Moments> arms) {
    RelativeLift lift =
        RelativeLift.withDefaults().with(Estimator.RATIO).with(RelativeLift.Bounds.FIELLER);
    ConfidenceInterval fieller = tested(lift.test(arms)).interval().orElseThrow();
    String id = row.text("id");
    accuracy.compare(id, "Fieller", fieller.lower(), row.number("fieller_lower"), 1);
    accuracy.compare(id, "Fieller", fieller.upper(), row.number("fieller_upper"), 1);
  }

  private static Moments withDenominator(OracleRow row, int arm) {
    return Moments.of(
        sums(row, arm)
            .withDenominator(
                row.decimal("xsum" + arm),
                row.decimal("xsumsq" + arm),
                row.decimal("cross" + arm)));
  }

  @Test
  @DisplayName("sample ratios and rates of false discoveries agree with SciPy to ten digits")
  void theSharesAndAdjustmentsAgree() {
    Accuracy accuracy = Accuracy.of("SciPy shares and false discoveries", 10);
    for (OracleRow row : OracleTable.published("shares")) {
      List<Long> counts = Arrays.stream(counts(row, "counts")).boxed().toList();
      List<BigDecimal> weights =
          Arrays.stream(counts(row, "weights")).mapToObj(BigDecimal::valueOf).toList();
      Tested tested = tested(SampleRatioTest.withDefaults().test(counts, weights));
      accuracy.compare(row.text("id"), "chi-squared", tested.statistic(), row.number("chi2"));
      compareP(accuracy, row, "p", tested);
    }
    for (OracleRow row : OracleTable.published("false_discoveries")) {
      compareAdjusted(accuracy, row, Multiplicity.BENJAMINI_HOCHBERG);
      compareAdjusted(accuracy, row, Multiplicity.BENJAMINI_YEKUTIELI);
    }
    accuracy.check();
  }

  private static void compareAdjusted(Accuracy accuracy, OracleRow row, Multiplicity adjustment) {
    List<Double> got = adjustment.adjust(numbers(row.text("p")));
    List<Double> want = numbers(row.text(adjustment.id()));
    assertThat(got).hasSameSizeAs(want);
    for (int i = 0; i < got.size(); i++) {
      accuracy.compare(row.text("id"), adjustment.id(), got.get(i), want.get(i));
    }
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
  }
}
