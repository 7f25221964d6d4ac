package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleRatioTestTest {

  private static final SampleRatioTest SAMPLE_RATIO = SampleRatioTest.withDefaults();

  @Test
  @DisplayName("statistic and p-value have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("srm");
    for (OracleRow row : OracleTable.read("srm")) {
      List<Long> counts = Arrays.stream(row.text("counts").split(";")).map(Long::valueOf).toList();
      List<BigDecimal> weights =
          Arrays.stream(row.text("weights").split(";")).map(BigDecimal::new).toList();
      TestResult result = SAMPLE_RATIO.test(counts, weights);
      Tested tested = tested(result);
      accuracy.compare(row, "chi2", tested.statistic());
      accuracy.compare(row, "p", tested.pValue());
      accuracy.compare(row, "df", tested.degreesOfFreedom().orElseThrow());
      assertThat(SAMPLE_RATIO.isMismatch(result)).isEqualTo(row.number("p") < 0.001);
    }
    accuracy.checkAsPromised();
  }

  @Test
  @DisplayName("the threshold of a mismatch can be set")
  void theThresholdIsTheUsers() {
    TestResult result = test(List.of(5000L, 5300L), "1", "1");
    assertThat(tested(result).pValue()).isBetween(0.003, 0.0032);
    assertThat(SAMPLE_RATIO.isMismatch(result)).isFalse();
    assertThat(SAMPLE_RATIO.withThreshold(0.01).isMismatch(result)).isTrue();
    assertThatThrownBy(() -> SAMPLE_RATIO.withThreshold(0))
        .hasMessage("threshold 0.0 is outside (0, 1)");
  }

  @Test
  @DisplayName("a single unit in an arm that is to have none is a mismatch")
  void unitsInAnArmThatShouldHaveNoneAreAMismatch() {
    TestResult broken = test(List.of(500L, 500L, 1L), "1", "1", "0");
    assertThat(tested(broken).pValue()).isZero();
    assertThat(SAMPLE_RATIO.isMismatch(broken)).isTrue();
    assertThat(SAMPLE_RATIO.isMismatch(test(List.of(500L, 1L), "1", "0"))).isTrue();
    assertThat(test(List.of(480L, 500L, 0L), "1", "1", "0"))
        .isEqualTo(test(List.of(480L, 500L), "1", "1"));
  }

  @Test
  @DisplayName("without units, or with one arm that expects any, there is no test")
  void nothingToCompareIsSaidSo() {
    assertThat(reason(test(List.of(0L, 0L), "1", "1"))).isEqualTo("no arm has units");
    assertThat(reason(test(List.of(5L, 0L), "1", "0"))).isEqualTo("1 of 2 arms expects units");
  }

  @Test
  @DisplayName("negative counts and weights, and lists that do not match, are refused")
  void impossibleInputIsRefused() {
    assertThatThrownBy(() -> test(List.of(5L, -1L), "1", "1"))
        .hasMessage("count -1 of arm 2 is below 0");
    assertThatThrownBy(() -> test(List.of(5L, 1L), "1", "-1"))
        .hasMessage("weight -1 of arm 2 is below 0");
    assertThatThrownBy(() -> test(List.of(5L, 1L), "1"))
        .hasMessage("2 counts and 1 weights; both take one number for each of at least 2 arms");
    assertThatThrownBy(() -> test(List.of(Long.MAX_VALUE, 1L), "1", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counts [9223372036854775807, 1] sum to more than 9223372036854775807");
  }

  private static TestResult test(List<Long> counts, String... weights) {
    return SAMPLE_RATIO.test(counts, Arrays.stream(weights).map(BigDecimal::new).toList());
  }
}
