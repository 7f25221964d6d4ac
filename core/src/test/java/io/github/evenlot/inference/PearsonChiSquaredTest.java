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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PearsonChiSquaredTest {

  private static final PearsonChiSquared PEARSON = PearsonChiSquared.withDefaults();

  @Test
  @DisplayName("statistic and p-value have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("chi2_contingency");
    for (OracleRow row : OracleTable.read("chi2_contingency")) {
      TestResult result = PEARSON.test(arms(row));
      if (row.text("status").equals("OK")) {
        compare(accuracy, row, tested(result));
      } else {
        assertThat(result).isInstanceOf(NotTestable.class);
      }
    }
    accuracy.checkAsPromised();
  }

  private static void compare(Accuracy accuracy, OracleRow row, Tested result) {
    accuracy.compare(row, "chi2", result.statistic());
    accuracy.compare(row, "df", result.degreesOfFreedom().orElseThrow());
    accuracy.compare(row, "p", result.pValue());
    accuracy.compare(row.text("id"), "ln p", result.logPValue(), row.log("p"), 1);
  }

  static List<Moments> arms(OracleRow row) {
    return Arrays.stream(row.text("rows(conv/n;...)").split(";"))
        .map(cell -> cell.split("/"))
        .map(cell -> conversions(Long.parseLong(cell[0]), Long.parseLong(cell[1])))
        .toList();
  }

  /**
   * The statistic summed over the conversion cells alone, Σ (cᵢ − eᵢ)²/eᵢ, is Pearson's times 1 −
   * p̂: half of it at a rate of one half, and close to it only where conversions are rare.
   */
  @Test
  @DisplayName(
      "the conversion cells alone sum to Pearson's statistic times the share not converted")
  void theSumOverTheConversionCellsIsTooSmallByTheShareOfNonConverted() {
    for (OracleRow row : OracleTable.read("chi2_contingency")) {
      if (row.text("status").equals("OK")) {
        ConversionTable table = ConversionTable.of(arms(row));
        double rate = (double) table.allConverted() / table.allUnits();
        double cells = row.number("seed_statistic");
        double pearson = tested(PEARSON.test(arms(row))).statistic();
        assertThat(pearson * (1 - rate)).isCloseTo(cells, within(cells * 1e-12));
      }
    }
  }

  /** Pearson's statistic of two arms is the square of the pooled two-proportion z. */
  @Test
  @DisplayName("the statistic of two arms is the square of the pooled z")
  void theStatisticOfTwoArmsIsTheSquareOfZ() {
    for (OracleRow row : OracleTable.read("two_proportions")) {
      if (row.has("z_pooled")) {
        double z = row.number("z_pooled");
        Moments first = conversions(row.count("x1"), row.count("n1"));
        Moments second = conversions(row.count("x2"), row.count("n2"));
        Tested result = tested(PEARSON.test(second, first));
        assertThat(result.statistic()).isCloseTo(z * z, within(z * z * 1e-14));
        assertThat(result.pValue())
            .isCloseTo(row.number("p_pooled_two"), within(row.number("p_pooled_two") * 1e-12));
      }
    }
  }

  @Test
  @DisplayName("what cannot be tested is said with the arm and the value")
  void saysWhatCannotBeTested() {
    Moments fine = conversions(3, 10);
    assertThat(reason(PEARSON.test(conversions(0, 10), conversions(0, 20))))
        .isEqualTo("nobody converted in any arm");
    assertThat(reason(PEARSON.test(conversions(10, 10), conversions(20, 20))))
        .isEqualTo("everybody converted in every arm");
    assertThat(reason(PEARSON.test(List.of(fine, fine, Moments.EMPTY))))
        .isEqualTo("arm 3 has no units");
    assertThat(reason(PEARSON.test(fine, Moments.of(10, 1.2, 0.1))))
        .isEqualTo("the treatment has a sum of 12.0, outside 0..10 for values of 0 and 1");
    assertThat(reason(PEARSON.test(Moments.of(10, 0.25, 0.1), fine)))
        .startsWith("the control has values other than 0 and 1");
    assertThat(reason(PEARSON.test(Moments.of(10, 0.3, 4), fine)))
        .startsWith("the control has values other than 0 and 1");
    assertThatThrownBy(() -> PEARSON.test(List.of(fine)))
        .hasMessage("method \"pearson\" compares at least 2 arms, not 1");
  }
}
