package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.conversions;
import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoProportionZTestTest {

  private static final TwoProportionZTest Z_TEST = TwoProportionZTest.withDefaults();

  @Test
  @DisplayName("difference, z and p-value have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("two_proportions");
    for (OracleRow row : OracleTable.read("two_proportions")) {
      TestResult result =
          Z_TEST.test(
              conversions(row.count("x2"), row.count("n2")),
              conversions(row.count("x1"), row.count("n1")));
      if (row.has("z_pooled")) {
        compare(accuracy, row, tested(result));
      } else {
        assertThat(result).isInstanceOf(NotTestable.class);
      }
    }
    accuracy.checkAsPromised();
  }

  private static void compare(Accuracy accuracy, OracleRow row, Tested tested) {
    accuracy.compare(row, "diff", tested.estimate().orElseThrow());
    accuracy.compare(row, "z_pooled", tested.statistic());
    accuracy.compare(row, "p_pooled_two", tested.pValue());
  }

  @Test
  @DisplayName("all four kinds of intervals have the digits promised in every reference row")
  void everyIntervalOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("two_proportions");
    for (OracleRow row : OracleTable.read("two_proportions")) {
      compare(accuracy, row, ProportionBounds.WALD, "wald");
      compare(accuracy, row, ProportionBounds.NEWCOMBE, "newcombe");
      compare(accuracy, row, ProportionBounds.MIETTINEN_NURMINEN, "mn");
      compareWilson(accuracy, row);
    }
    accuracy.checkAsPromised();
  }

  private static void compare(
      Accuracy accuracy, OracleRow row, ProportionBounds bounds, String column) {
    ConfidenceInterval interval =
        bounds.interval(
            new Proportion(row.count("x1"), row.count("n1")),
            new Proportion(row.count("x2"), row.count("n2")),
            row.number("conf"),
            Alternative.TWO_SIDED);
    double lower = row.number(column + "_lo");
    double upper = row.number(column + "_hi");
    accuracy.compare(row, column + "_lo", interval.lower(), upper - lower);
    accuracy.compare(row, column + "_hi", interval.upper(), upper - lower);
  }

  private static void compareWilson(Accuracy accuracy, OracleRow row) {
    Proportion proportion = new Proportion(row.count("x1"), row.count("n1"));
    double z = Tails.criticalNormal(row.number("conf"), Alternative.TWO_SIDED);
    double width = row.number("wilson1_hi") - row.number("wilson1_lo");
    accuracy.compare(row, "wilson1_lo", proportion.rate() - proportion.wilsonBelow(z), width);
    accuracy.compare(row, "wilson1_hi", proportion.rate() + proportion.wilsonAbove(z), width);
  }

  /** The unpooled z is the one whose interval is Wald's. */
  @Test
  @DisplayName("Wald's interval is that of the unpooled z")
  void waldsIntervalIsThatOfTheUnpooledZ() {
    for (OracleRow row : OracleTable.read("two_proportions")) {
      if (row.has("z_unpooled")) {
        Proportion first = new Proportion(row.count("x1"), row.count("n1"));
        Proportion second = new Proportion(row.count("x2"), row.count("n2"));
        double z = row.number("z_unpooled");
        double error = Math.sqrt(first.squaredError() + second.squaredError());
        assertThat(first.minus(second) / error).isCloseTo(z, within(Math.abs(z) * 1e-14));
      }
    }
  }

  /**
   * Newcombe (1998), Interval estimation for the difference between independent proportions, table
   * II, method 10: 56/70 less 48/80 gives 0.0524 to 0.3339; 5/56 less 0/29 gives -0.0381 to 0.1926.
   */
  @Test
  @DisplayName("the intervals agree with Newcombe's published table")
  void agreesWithNewcombesTable() {
    assertInterval(conversions(48, 80), conversions(56, 70), 0.0524, 0.3339);
    assertInterval(conversions(0, 29), conversions(5, 56), -0.0381, 0.1926);
  }

  private static void assertInterval(
      Moments control, Moments treatment, double lower, double upper) {
    ConfidenceInterval interval = tested(Z_TEST.test(control, treatment)).interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  @ParameterizedTest
  @DisplayName("a one-sided interval has the bound of the two-sided one of twice alpha")
  @EnumSource(ProportionBounds.class)
  void aOneSidedIntervalHasTheBoundOfTheTwoSidedOneOfTwiceAlpha(ProportionBounds bounds) {
    TwoProportionZTest test = Z_TEST.with(bounds).withConfidence(0.9);
    TwoProportionZTest oneSided = Z_TEST.with(bounds).withConfidence(0.95);
    ConfidenceInterval both = interval(test);
    ConfidenceInterval greater = interval(oneSided.with(Alternative.GREATER));
    ConfidenceInterval less = interval(oneSided.with(Alternative.LESS));
    assertThat(greater.lower()).isCloseTo(both.lower(), within(1e-14));
    assertThat(less.upper()).isCloseTo(both.upper(), within(1e-14));
    assertThat(greater.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(less.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static ConfidenceInterval interval(TwoProportionZTest test) {
    return tested(test.test(conversions(9, 200), conversions(21, 190))).interval().orElseThrow();
  }

  @Test
  @DisplayName("one side of less than half the confidence is refused: no bound is made for it")
  void lessThanHalfOfOneSide() {
    assertThat(Z_TEST.withConfidence(0.3).confidence()).isEqualTo(0.3);
    assertThatThrownBy(() -> Z_TEST.with(Alternative.GREATER).withConfidence(0.3))
        .hasMessage("confidence 0.3 of a one-sided interval is below 0.5");
  }

  @Test
  @DisplayName("without conversions there is no test, and the reason is given")
  void withoutConversionsThereIsNoTest() {
    assertThat(reason(Z_TEST.test(conversions(0, 10), conversions(0, 20))))
        .isEqualTo("nobody converted in any arm");
  }
}
