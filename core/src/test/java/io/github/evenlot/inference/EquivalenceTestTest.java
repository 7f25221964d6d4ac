package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Equivalence and non-inferiority, which share a table. */
class EquivalenceTestTest {

  private static Moments arm(OracleRow row, String arm) {
    return Moments.of(row.count("n" + arm), row.number("m" + arm), row.number("v" + arm));
  }

  @Test
  @DisplayName("equivalence and non-inferiority have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("tost");
    for (OracleRow row : OracleTable.read("tost")) {
      compareEquivalence(accuracy, row);
      compareNonInferiority(accuracy, row, "lower", -row.number("low"), Alternative.GREATER);
      compareNonInferiority(accuracy, row, "upper", row.number("upp"), Alternative.LESS);
    }
    accuracy.checkAsPromised();
  }

  private static void compareEquivalence(Accuracy accuracy, OracleRow row) {
    EquivalenceTest test = EquivalenceTest.within(row.number("low"), row.number("upp"));
    Tested tested = tested(test.test(arm(row, "1"), arm(row, "2")));
    double error = row.number("se");
    // The table's means are doubles, and 3.0001 − 3 keeps 12 of their digits.
    double scale = Math.abs(row.number("m2"));
    accuracy.compare(row, "diff(m2-m1)", tested.estimate().orElseThrow(), scale);
    accuracy.compare(row, "se", tested.standardError().orElseThrow());
    accuracy.compare(row, "df", tested.degreesOfFreedom().orElseThrow());
    accuracy.compare(row, "p_tost", tested.pValue());
    ConfidenceInterval interval = tested.interval().orElseThrow();
    accuracy.compare(row, "ci90_lo", interval.lower(), error);
    accuracy.compare(row, "ci90_hi", interval.upper(), error);
  }

  private static void compareNonInferiority(
      Accuracy accuracy, OracleRow row, String side, double margin, Alternative better) {
    NonInferiorityTest test = NonInferiorityTest.ofMargin(margin).with(better);
    Tested tested = tested(test.test(arm(row, "1"), arm(row, "2")));
    accuracy.compare(row, "t_" + side, tested.statistic());
    accuracy.compare(row, "p_" + side, tested.pValue());
    if (better == Alternative.GREATER) {
      accuracy.compare(row, "p_noninferiority(diff>low)", tested.pValue());
    }
  }

  @Test
  @DisplayName("means are equivalent exactly where the interval lies within the bounds")
  void equivalenceIsAnIntervalWithinTheBounds() {
    Moments control = Moments.of(200, 10, 4);
    for (double mean = 9; mean <= 11; mean += 0.01) {
      EquivalenceTest test = EquivalenceTest.within(-0.5, 0.5);
      Tested tested = tested(test.test(control, Moments.of(210, mean, 4)));
      ConfidenceInterval interval = tested.interval().orElseThrow();
      assertThat(interval.lower() > -0.5 && interval.upper() < 0.5)
          .isEqualTo(tested.pValue() < 0.05);
    }
  }

  @Test
  @DisplayName("not inferior is an interval that ends before the margin, on either side")
  void nonInferiorityIsAnIntervalBeyondTheMargin() {
    Moments control = Moments.of(200, 10, 4);
    for (double mean = 9; mean <= 11; mean += 0.01) {
      Moments treatment = Moments.of(210, mean, 4);
      Tested more = tested(NonInferiorityTest.ofMargin(0.5).test(control, treatment));
      assertThat(more.interval().orElseThrow().lower() > -0.5).isEqualTo(more.pValue() < 0.05);
      Tested less =
          tested(NonInferiorityTest.ofMargin(0.5).with(Alternative.LESS).test(control, treatment));
      assertThat(less.interval().orElseThrow().upper() < 0.5).isEqualTo(less.pValue() < 0.05);
    }
  }

  @Test
  @DisplayName("a bound that is infinitely many standard errors away is not crossed")
  void farBound() {
    Moments control = Moments.of(100, 5, 1);
    Tested tested =
        tested(EquivalenceTest.within(-Double.MAX_VALUE, 1).test(control, Moments.of(100, 5, 1)));
    assertThat(tested.pValue()).isBetween(1e-12, 1e-10);
  }

  @Test
  @DisplayName("bounds and margins that mean nothing are refused, with the value")
  void boundsThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> EquivalenceTest.within(1, 1))
        .hasMessage("low 1.0 is not below high 1.0, both finite");
    assertThatThrownBy(() -> EquivalenceTest.within(-1, 1).withConfidence(0.4))
        .hasMessage("confidence 0.4 is outside (0.5, 1)");
    assertThatThrownBy(() -> NonInferiorityTest.ofMargin(-0.1))
        .hasMessage("margin -0.1 is not positive and finite");
    assertThatThrownBy(() -> NonInferiorityTest.ofMargin(1).with(Alternative.TWO_SIDED))
        .hasMessage("alternative two-sided has no better side; it is greater or less");
  }
}
