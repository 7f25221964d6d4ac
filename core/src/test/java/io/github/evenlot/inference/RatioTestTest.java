package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatioTestTest {

  private static final RatioTest RATIO = RatioTest.withDefaults();

  @Test
  @DisplayName("ratios, their errors and the test have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("ratio_delta");
    for (OracleRow row : OracleTable.read("ratio_delta")) {
      Moments control = RelativeLiftTest.ratioArm(row, "1");
      Moments treatment = RelativeLiftTest.ratioArm(row, "2");
      Tested tested = tested(RATIO.test(control, treatment));
      accuracy.compare(row, "abs_diff", tested.estimate().orElseThrow(), row.number("ratio1"));
      accuracy.compare(row, "se", tested.standardError().orElseThrow());
      accuracy.compare(row, "z", tested.statistic());
      accuracy.compare(row, "p_two_normal", tested.pValue());
      compareArm(accuracy, "1", row, RatioLinearisation.of(control));
      compareArm(accuracy, "2", row, RatioLinearisation.of(treatment));
    }
    accuracy.checkAsPromised();
  }

  private static void compareArm(Accuracy accuracy, String arm, OracleRow row, Moments ratio) {
    String variance = arm.equals("1") ? "var_ratio1(of mean)" : "var_ratio2";
    accuracy.compare(row, "ratio" + arm, ratio.mean());
    accuracy.compare(row, variance, ratio.variance() / ratio.n());
  }

  @Test
  @DisplayName("without a denominator there is no ratio, and the reason is given")
  void withoutADenominatorThereIsNoRatio() {
    Moments fine = Moments.of(100, 5, 1).withDenominator(2, 1, 0.5);
    assertThat(reason(RATIO.test(fine, Moments.of(100, 5, 1))))
        .isEqualTo("the treatment has a denominator of mean 0.0, too close to 0 for a ratio");
  }

  /** Every unit has the same ratio: nothing is left to vary but rounding errors. */
  @Test
  @DisplayName("where every unit has the same ratio, rounding errors are not tested")
  void aRatioThatNeverVariesCannotBeTested() {
    Moments fixed = Moments.of(1000, 0.3, 0.09 * 0.7).withDenominator(3, 9 * 0.7, 0.9 * 0.7);
    assertThat(reason(RATIO.test(fixed, fixed))).isEqualTo("both arms have variance 0");
  }
}
