package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.conversions;
import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GTestTest {

  private static final GTest G_TEST = GTest.withDefaults();

  @Test
  @DisplayName("G and its p-value have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("chi2_contingency");
    for (OracleRow row : OracleTable.read("chi2_contingency")) {
      TestResult result = G_TEST.test(PearsonChiSquaredTest.arms(row));
      if (row.text("status").equals("OK")) {
        Tested tested = tested(result);
        accuracy.compare(row, "G", tested.statistic());
        accuracy.compare(row, "p_G", tested.pValue());
        assertThat(tested.degreesOfFreedom()).hasValue(row.number("df"));
      } else {
        assertThat(result).isInstanceOf(NotTestable.class);
      }
    }
    accuracy.checkAsPromised();
  }

  /** By hand: 2·(2 ln 2 + 2 ln 2) = 8 ln 2 for 2 of 2 against 0 of 2. */
  @Test
  @DisplayName("an empty cell adds nothing: 2 of 2 against 0 of 2 is 8 ln 2")
  void anEmptyCellCountsAsZero() {
    double g = tested(G_TEST.test(conversions(2, 2), conversions(0, 2))).statistic();
    assertThat(g).isCloseTo(8 * Math.log(2), within(1e-15));
  }

  @Test
  @DisplayName("equal rates have a p-value of 1")
  void equalRatesAreNoEvidence() {
    assertThat(tested(G_TEST.test(conversions(3, 10), conversions(6, 20))).pValue()).isEqualTo(1);
  }

  @Test
  @DisplayName("without conversions there is no test, and the reason is given")
  void withoutConversionsThereIsNoTest() {
    assertThat(reason(G_TEST.test(conversions(0, 10), conversions(0, 20))))
        .isEqualTo("nobody converted in any arm");
  }
}
