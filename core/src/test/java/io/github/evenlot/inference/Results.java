package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;

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

  /** The arm with this suffix of the columns n, and sum and sum of squares as named. */
  static DecimalSums sums(OracleRow row, String arm, String sum, String sumOfSquares) {
    return DecimalSums.of(
        row.count("n" + arm), row.decimal(sum + arm), row.decimal(sumOfSquares + arm));
  }
}
