package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command power")
class PowerCommandTest {

  /** Cohen (1988), table 2.4.1: 64 a group by t for d = 0.5, of which the normal test takes 63. */
  @Test
  @DisplayName("gives units as a real number and rounded up")
  void givesUnits() {
    JsonNode answer =
        Answers.answer("power", "{'kind': 'mean', 'baseline': 1, 'effect': 0.5, 'power': 0.8}");
    assertThat(answer.path("n").asDouble()).isCloseTo(62.79088407460958, within(1e-11));
    assertThat(answer.path("n_rounded_up").asLong()).isEqualTo(63);
    assertThat(answer.path("treatment_n_rounded_up").asLong()).isEqualTo(63);
  }

  @Test
  @DisplayName("gives power and effect as the inverses of the units")
  void givesTheOthers() {
    String proportion = "{'kind': 'proportion', 'baseline': 0.1, 'ratio': 2, 'inflation': 1.1, ";
    double n = number(proportion + "'effect': 0.02, 'power': 0.8}", "n");
    assertThat(number(proportion + "'effect': 0.02, 'n': %s}".formatted(n), "power"))
        .isCloseTo(0.8, within(1e-12));
    assertThat(number(proportion + "'power': 0.8, 'n': %s}".formatted(n), "effect"))
        .isCloseTo(0.02, within(1e-12));
  }

  /** A denominator that is always 2 makes the ratio half the mean, with half its deviation. */
  @Test
  @DisplayName("takes a pilot for a ratio")
  void takesAPilot() {
    String ratio =
        "{'kind': 'ratio', 'effect': 0.1, 'power': 0.9, 'pilot': {'n': 5, 'sum': 10,"
            + " 'sum_of_squares': 36, 'denominator_sum': 10, 'denominator_sum_of_squares': 20,"
            + " 'cross_sum': 20}}";
    String mean = "{'kind': 'mean', 'standard_deviation': [1, 1], 'effect': 0.1, 'power': 0.9}";
    assertThat(number(ratio, "n")).isCloseTo(number(mean, "n"), within(1e-9));
  }

  @Test
  @DisplayName("names the value and the bound of what it refuses")
  void refuses() {
    assertThat(error("'kind': 'mean', 'baseline': 1, 'n': 5"))
        .isEqualTo("of [n, power, effect] there are 1 given, not 2");
    assertThat(error("'kind': 'median', 'n': 5, 'power': 0.8"))
        .isEqualTo("no kind \"median\"; there are mean, proportion, ratio");
    assertThat(error("'kind': 'mean', 'baseline': [1, 2, 3], 'n': 5, 'power': 0.8"))
        .isEqualTo("baseline has 3 standard deviations, not one for each of 2 arms");
    assertThat(error("'kind': 'proportion', 'baseline': 1.2, 'n': 5, 'power': 0.8"))
        .isEqualTo("baseline 1.2 is outside (0.0, 1.0)");
    assertThat(error("'kind': 'mean', 'baseline': 1, 'alpha': 0.5, 'n': 5, 'power': 0.8"))
        .isEqualTo("alpha 0.5 is outside (0.0, 0.5)");
    assertThat(error("'kind': 'mean', 'baseline': 1, 'effect': 1e-200, 'power': 0.8"))
        .isEqualTo("effect 1.0E-200 is too small: no finite number of units finds it");
    assertThat(error("'kind': 'mean', 'baseline': 1, 'effect': 1e-20, 'power': 0.8"))
        .endsWith(" is above 9223372036854775807");
  }

  private static double number(String question, String field) {
    return Answers.answer("power", question).required(field).asDouble();
  }

  private static String error(String fields) {
    return Answers.error("power", "{%s}".formatted(fields));
  }
}
