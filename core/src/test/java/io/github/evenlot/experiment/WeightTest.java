package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "100, 10000", "33.33, 3333", "0.01, 1", "50.00000, 5000", "1e2, 10000"})
  void isGivenInPercent(BigDecimal percent, int hundredths) {
    assertThat(Weight.ofPercent("green", percent).hundredths()).isEqualTo(hundredths);
    assertThat(Weight.ofPercent("green", percent.doubleValue()).hundredths()).isEqualTo(hundredths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          130           | weight 130 of variant "green" is above 100
          100.01        | weight 100.01 of variant "green" is above 100
          100.0000001   | weight 100.0000001 of variant "green" is above 100
          1e1000000000  | weight 1E+1000000000 of variant "green" is above 100
          -1            | weight -1 of variant "green" is below 0
          -0.0000001    | weight -0.0000001 of variant "green" is below 0
          -1e-999999999 | weight -1E-999999999 of variant "green" is below 0
          33.333        | weight 33.333 of variant "green" has more than two decimals
          1e-1000000000 | weight 1E-1000000000 of variant "green" has more than two decimals
          """)
  void namesTheValueTheBoundAndTheReason(BigDecimal percent, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weight.ofPercent("green", percent))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void isAFiniteNumber(double percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Weight.ofPercent("green", percent))
        .withMessage("weight %s of variant \"green\" is not a number".formatted(percent));
  }

  @Test
  void aDoubleMeansItsShortestDecimal() {
    assertThat(Weight.ofPercent("green", 0.07).hundredths()).isEqualTo(7);
    assertThat(Weight.ofPercent("green", 29.99).hundredths()).isEqualTo(2999);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void hundredthsAreBoundedToo(int hundredths) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Weight("green", hundredths))
        .withMessageStartingWith("weight ");
  }

  @Test
  void knowsItsPercentage() {
    assertThat(new Weight("green", 3333).percent()).isEqualByComparingTo("33.33");
  }

  @Test
  void together() {
    List<Weight> thirds =
        List.of(new Weight("a", 3333), new Weight("b", 3333), new Weight("c", 3334));
    assertThat(Weight.check(thirds)).isEqualTo(thirds);
    assertThatThrownBy(() -> Weight.check(List.of(new Weight("a", 9000), new Weight("b", 1050))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights sum to 100.5 percent, above 100");
    assertThatThrownBy(() -> Weight.check(List.of(new Weight("a", 1), new Weight("a", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("variant \"a\" has two weights");
  }
}
