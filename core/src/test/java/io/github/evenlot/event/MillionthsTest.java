package io.github.evenlot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MillionthsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1000000",
    "0.01, 10000",
    "-19.99, -19990000",
    "0.000001, 1",
    "1e6, 1000000000000",
    "0.0000005, 0",
    "0.0000015, 2",
    "0.0000025, 2",
    "-0.0000005, 0",
    "-0.0000015, -2",
    "0.00000050000000000000000000000001, 1",
    "0.0000004999999999999999999999999, 0",
    "9000000000000, 9000000000000000000",
    "-9000000000000, -9000000000000000000",
    "8999999999999.9999995, 9000000000000000000",
    "1e-1000000000, 0",
    "-1e-2147483647, 0",
    "0e2147483647, 0",
    "0e-2147483647, 0"
  })
  void roundsHalfEven(BigDecimal value, long millionths) {
    assertThat(Millionths.of(value)).isEqualTo(millionths);
  }

  @ParameterizedTest
  @CsvSource({
    "9000000000000.000001, 9000000000000.000001",
    "9000000000000.0000000001, 9000000000000.0000000001",
    "-9000000000001, -9000000000001",
    "1e1000000000, 1E+1000000000",
    "-1e2147483647, -1E+2147483647"
  })
  void refusesWhatIsTooLarge(BigDecimal value, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millionths.of(value))
        .withMessage("value %s is beyond ±9e12", shown);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millionths.of(value))
        .withMessage("value %s is not a finite number", value);
  }

  @Test
  void aDoubleMeansItsShortestDecimal() {
    assertThat(Millionths.of(0.1)).isEqualTo(100_000);
    assertThat(Millionths.of(1.0000005)).isEqualTo(1_000_000);
    assertThat(Millionths.of(1.0000015)).isEqualTo(1_000_002);
    assertThat(Millionths.of(Double.MIN_VALUE)).isZero();
    assertThat(Millionths.of(-0.0)).isZero();
  }

  @Test
  void comesBackAsADecimal() {
    assertThat(Millionths.toDecimal(-1)).isEqualTo(new BigDecimal("-0.000001"));
    assertThat(Millionths.of(Millionths.MAX)).isEqualTo(9_000_000_000_000_000_000L);
    assertThat(Millionths.toDecimal(9_000_000_000_000_000_000L))
        .isEqualByComparingTo(Millionths.MAX);
  }

  @ParameterizedTest
  @ValueSource(longs = {9_000_000_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
  void millionthsAreBoundedToo(long millionths) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MetricEvent("1", UnitId.of("u"), "revenue", millionths, Instant.EPOCH))
        .withMessageEndingWith("is beyond ±9e12");
  }
}
