package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;

/** Short ways to arms and to the numbers of results. */
final class Results {

  private Results() {}

  static Tested tested(TestResult result) {
    assertThat(result).isInstanceOf(Tested.class);
    return (Tested) result;
  }

  static String reason(TestResult result) {
    assertThat(result).isInstanceOf(NotTestable.class);
    return ((NotTestable) result).reason();
  }

  static Moments conversions(long converted, long n) {
    return Moments.of(DecimalSums.ofConversions(n, converted));
  }

  /**
   * The sums of the arm with this suffix of the columns. The references took sums as doubles, and
   * so does this: the nearest double, exactly, not the decimal text.
   */
  static DecimalSums sums(OracleRow row, String arm, String sum, String sumOfSquares) {
    return DecimalSums.of(
        row.decimal("n" + arm).longValueExact(),
        exact(row, sum + arm),
        exact(row, sumOfSquares + arm));
  }

  static BigDecimal exact(OracleRow row, String column) {
    return new BigDecimal(row.number(column));
  }
}
