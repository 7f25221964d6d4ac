package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.000, 0",
    "0e-2147483647, 0",
    "0e2147483647, 0",
    "-130.00, -130",
    "1e3, 1000",
    "0.0000000001, 0.0000000001",
    "1.5e60, 1500000000000000000000000000000000000000000000000000000000000",
    "1e1000000000, 1E+1000000000",
    "-1e-1000000000, -1E-1000000000"
  })
  void showsAnyExponent(BigDecimal value, String expected) {
    assertThat(Decimals.shown(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 777777777777777777777777777777777777777777777777777777777777",
    "61, of 61 digits"
  })
  void countsTheDigitsOfALongValue(int digits, String expected) {
    assertThat(Decimals.shown(new BigDecimal("7".repeat(digits)))).isEqualTo(expected);
  }
}
