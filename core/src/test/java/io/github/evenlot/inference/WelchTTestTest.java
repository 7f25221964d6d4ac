package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.sums;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WelchTTestTest {

  private static final WelchTTest WELCH = WelchTTest.withDefaults();

  @Test
  @DisplayName("moments, test and interval have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("welch");
    for (OracleRow row : OracleTable.read("welch")) {
      if (row.text("status").equals("OK")) {
        compare(accuracy, row);
      } else {
        assertThat(WELCH.test(arm(row, "2"), arm(row, "1"))).isInstanceOf(NotTestable.class);
      }
    }
    accuracy.checkAsPromised();
  }

  private static void compare(Accuracy accuracy, OracleRow row) {
    WelchTTest welch = WELCH.withConfidence(row.number("conf"));
    Moments control = arm(row, "2");
    Moments treatment = arm(row, "1");
    Tested result = tested(welch.test(control, treatment));
    compareArm(accuracy, row, "1", treatment);
    compareArm(accuracy, row, "2", control);
    double error = row.number("se");
    accuracy.compare(row, "diff", result.estimate().orElseThrow());
    accuracy.compare(row, "se", result.standardError().orElseThrow());
    accuracy.compare(row, "t", result.statistic());
    accuracy.compare(row, "df", result.degreesOfFreedom().orElseThrow());
    ConfidenceInterval interval = result.interval().orElseThrow();
    accuracy.compare(row, "ci_lo", interval.lower(), error);
    accuracy.compare(row, "ci_hi", interval.upper(), error);
    compareP(accuracy, row, result, "p_two");
    compareP(
        accuracy,
        row,
        tested(welch.with(Alternative.GREATER).test(control, treatment)),
        "p_greater");
    compareP(
        accuracy, row, tested(welch.with(Alternative.LESS).test(control, treatment)), "p_less");
  }

  private static void compareArm(Accuracy accuracy, OracleRow row, String arm, Moments moments) {
    accuracy.compare(row, "mean" + arm, moments.mean());
    accuracy.compare(row, "var" + arm, moments.variance());
  }

  private static void compareP(Accuracy accuracy, OracleRow row, Tested result, String column) {
    accuracy.compare(row, column, result.pValue());
    if (row.decimal(column).signum() > 0) {
      accuracy.compare(row.text("id"), "ln " + column, result.logPValue(), row.log(column), 1e-3);
    }
  }

  private static Moments arm(OracleRow row, String arm) {
    return Moments.of(sums(row, arm, "sum", "sumsq"));
  }

  /**
   * Student (1908) data on sleep, as in R's {@code t.test(extra ~ group, data = sleep)}: t =
   * -1.8608, df = 17.776, p-value = 0.07939, interval −3.3654832 to 0.2054832. Published in R's
   * manual page of {@code sleep}; the values are in tenths of hours.
   */
  @Test
  @DisplayName("the example of t.test in R: extra sleep under two drugs")
  void agreesWithTheSleepExampleOfR() {
    Moments first = sleep("0.7", "-1.6", "-0.2", "-1.2", "-0.1", "3.4", "3.7", "0.8", "0.0", "2.0");
    Moments second = sleep("1.9", "0.8", "1.1", "0.1", "-0.1", "4.4", "5.5", "1.6", "4.6", "3.4");
    Tested result = tested(WELCH.test(second, first));
    assertThat(result.statistic()).isCloseTo(-1.8608, within(5e-5));
    assertThat(result.degreesOfFreedom().orElseThrow()).isCloseTo(17.776, within(5e-4));
    assertThat(result.pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(result.interval().orElseThrow().lower()).isCloseTo(-3.3654832, within(5e-8));
    assertThat(result.interval().orElseThrow().upper()).isCloseTo(0.2054832, within(5e-8));
  }

  private static Moments sleep(String... hours) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (String hour : hours) {
      sum = sum.add(new BigDecimal(hour));
      squares = squares.add(new BigDecimal(hour).pow(2));
    }
    return Moments.of(DecimalSums.of(hours.length, sum, squares));
  }

  @Test
  @DisplayName("a one-sided interval is open on the other side")
  void aOneSidedIntervalIsOpenOnTheOtherSide() {
    Moments control = Moments.of(100, 10, 4);
    Moments treatment = Moments.of(100, 11, 4);
    ConfidenceInterval greater =
        tested(WELCH.with(Alternative.GREATER).test(control, treatment)).interval().orElseThrow();
    ConfidenceInterval less =
        tested(WELCH.with(Alternative.LESS).test(control, treatment)).interval().orElseThrow();
    ConfidenceInterval both =
        tested(WELCH.withConfidence(0.9).test(control, treatment)).interval().orElseThrow();
    assertThat(greater.upper()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(less.lower()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(greater.lower()).isCloseTo(both.lower(), within(1e-14));
    assertThat(less.upper()).isCloseTo(both.upper(), within(1e-14));
  }

  @Test
  @DisplayName("what cannot be tested is said with the arm, the value and the bound")
  void saysWhatCannotBeTested() {
    Moments fine = Moments.of(10, 5, 1);
    assertThat(reason(WELCH.test(Moments.of(1, 5, 0), fine)))
        .isEqualTo("the control has n 1; a variance takes at least 2");
    assertThat(reason(WELCH.test(fine, Moments.EMPTY)))
        .isEqualTo("the treatment has n 0; a variance takes at least 2");
    assertThat(reason(WELCH.test(fine, Moments.of(10, 5, -0.5))))
        .isEqualTo(
            "the treatment has variance -0.5 below 0; its sum of squares is too small for its sum");
    assertThat(reason(WELCH.test(Moments.of(9, 5, 0), Moments.of(9, 6, 0))))
        .isEqualTo("both arms have variance 0");
    assertThat(reason(WELCH.test(Moments.of(9, -1e308, 1), Moments.of(9, 1e308, 1))))
        .isEqualTo(
            "the control has mean -1.0E308 and variance 1.0, out of range; take another unit");
  }

  @Test
  @DisplayName("a third arm and a confidence of 1 are refused")
  void refusesWhatNobodyCanMean() {
    Moments arm = Moments.of(10, 5, 1);
    assertThatThrownBy(() -> WELCH.test(List.of(arm, arm, arm)))
        .hasMessage("method \"welch\" compares 2 arms, not 3");
    assertThatThrownBy(() -> WELCH.withConfidence(1))
        .hasMessage("confidence 1.0 is outside (0, 1)");
  }
}
