package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TestCommandTest {

  /** scipy 1.17: ttest_ind_from_stats(10.5, 5 ** 0.5, 120, 10, 2, 100, equal_var=False). */
  @Test
  void welchHasEveryFieldAndTheNumbersOfScipy() {
    JsonNode answer =
        answer(
            "welch",
            "{'n': 100, 'sum': 1000, 'sum_of_squares': 10396}",
            "{'n': 120, 'sum': 1260, 'sum_of_squares': 13825}");
    assertThat(number(answer, "estimate")).isEqualTo(0.5);
    assertThat(number(answer, "standard_error")).isCloseTo(0.2857738033247041, within(1e-15));
    assertThat(number(answer, "statistic")).isCloseTo(1.749635530559413, within(1e-14));
    assertThat(number(answer, "degrees_of_freedom")).isCloseTo(216.8869643226831, within(1e-10));
    assertThat(number(answer, "p_value")).isCloseTo(0.08159556161477114, within(1e-15));
    assertThat(number(answer, "lower")).isCloseTo(-0.06324932436505448, within(1e-14));
    assertThat(number(answer, "upper")).isCloseTo(1.063249324365054, within(1e-14));
  }

  /** scipy 1.17: chi2_contingency([[900, 100], [880, 120], [850, 150]], correction=False). */
  @Test
  void pearsonTakesThreeArmsAndHasNoInterval() {
    JsonNode answer =
        answer(
            "pearson",
            "{'n': 1000, 'sum': 100}",
            "{'n': 1000, 'sum': 120}",
            "{'n': 1000, 'sum': 150}");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("statistic", "degrees_of_freedom", "p_value");
    assertThat(number(answer, "statistic")).isCloseTo(11.715137190422361, within(1e-13));
    assertThat(number(answer, "degrees_of_freedom")).isEqualTo(2);
    assertThat(number(answer, "p_value")).isCloseTo(0.0028581846449488193, within(1e-16));
  }

  @Test
  void theSumOfSquaresOfZerosAndOnesMayBeLeftOut() {
    assertThat(answer("welch", "{'n': 1000, 'sum': 100}", "{'n': 1000, 'sum': 120}"))
        .isEqualTo(
            answer(
                "welch",
                "{'n': 1000, 'sum': 100, 'sum_of_squares': 100}",
                "{'n': 1000, 'sum': 120, 'sum_of_squares': 120}"));
  }

  /**
   * Two units of 10¹⁷ and 10¹⁷ + 2 have a variance of 2, which doubles could not tell from 0: there
   * the squares of the two are alike.
   */
  @Test
  void sumsAreReadAsDecimalsAndNotAsDoubles() {
    String arm = "{'n': 2, 'sum': 200000000000000002, 'sum_of_squares': %s}";
    JsonNode answer =
        answer(
            "welch",
            arm.formatted("20000000000000000400000000000000004"),
            arm.formatted("20000000000000000400000000000000004.0"));
    assertThat(number(answer, "estimate")).isZero();
    // √(2/2 + 2/2)
    assertThat(number(answer, "standard_error")).isCloseTo(Math.sqrt(2), within(1e-15));
  }

  /** The definition: an estimate of 0.1 stays 0.1, whatever the binary fraction nearest to it. */
  @Test
  void decimalFractionsAreExact() {
    JsonNode answer =
        answer(
            "welch",
            "{'n': 10, 'sum': 0.3, 'sum_of_squares': 0.09}",
            "{'n': 10, 'sum': 1.3, 'sum_of_squares': 1.69}");
    assertThat(number(answer, "estimate")).isEqualTo(0.1);
  }

  @Test
  void confidenceAndAlternativeAreTheQuestions() {
    String arms =
        "'arms': [{'n': 100, 'sum': 1000, 'sum_of_squares': 10396}, "
            + "{'n': 120, 'sum': 1260, 'sum_of_squares': 13825}]}";
    JsonNode greater =
        Answers.answer("test", "{'method': 'welch', 'alternative': 'greater', " + arms);
    assertThat(number(greater, "p_value")).isCloseTo(0.08159556161477114 / 2, within(1e-15));
    assertThat(greater.path("upper").isNull()).isTrue();
    JsonNode wider = Answers.answer("test", "{'method': 'welch', 'confidence': 0.99, " + arms);
    assertThat(number(wider, "lower")).isLessThan(-0.06324932436505448);
  }

  @Test
  void whatCantBeTestedSaysWhyAndIsNoError() {
    JsonNode answer = answer("welch", "{'n': 1, 'sum': 1}", "{'n': 1000, 'sum': 120}");
    assertThat(answer.fieldNames()).toIterable().containsExactly("untestable");
    assertThat(answer.path("untestable").asText())
        .isEqualTo("the control has n 1; a variance takes at least 2");
  }

  @Test
  void errorsNameTheValueAndTheBound() {
    assertThat(error("welch", "{'n': -1, 'sum': 1}", "{'n': 10, 'sum': 2}"))
        .isEqualTo("question.arms[0]: n -1 is below 0");
    assertThat(error("welch", "{'n': 2.5, 'sum': 1}", "{'n': 10, 'sum': 2}"))
        .isEqualTo("question.arms[0].n is 2.5, not a whole number of 64 bits");
    assertThat(error("welch", "{'n': 10, 'sum': 1}", "{'n': 10, 'sum': 'many'}"))
        .isEqualTo("question.arms[1].sum is \"many\", not a number");
    assertThat(error("welch", "{'n': 10, 'sum': 1}"))
        .isEqualTo("method \"welch\" compares 2 arms, not 1");
    assertThat(error("welsh", "{'n': 10, 'sum': 1}"))
        .startsWith("no test method \"welsh\"; there are [welch, student, pearson, ");
  }

  @Test
  void aMisspeltParameterIsRefusedAndNotIgnored() {
    assertThat(Answers.error("test", "{'method': 'welch', 'confidense': 0.9, 'arms': []}"))
        .isEqualTo(
            "method \"welch\" has no parameter \"confidense\"; it has [alternative, confidence]");
    assertThat(Answers.error("test", "{'method': 'welch', 'confidence': 95, 'arms': []}"))
        .isEqualTo("confidence 95.0 is outside (0, 1)");
  }

  private static JsonNode answer(String method, String... arms) {
    return Answers.answer("test", question(method, arms));
  }

  private static String error(String method, String... arms) {
    return Answers.error("test", question(method, arms));
  }

  private static String question(String method, String... arms) {
    return "{'method': '%s', 'arms': [%s]}".formatted(method, String.join(", ", arms));
  }

  @Test
  void sumsThatAreNoMomentsAreOfANamedArm() {
    String arms = "{'method': 'welch', 'arms': [{'n': 9, 'sum': 4}, {'n': %s, 'sum': %s}]}";
    assertThat(Answers.error("test", arms.formatted("9", "1e400")))
        .startsWith("question.arms[1]: ");
    assertThat(Answers.error("test", arms.formatted("-9", "4")))
        .isEqualTo("question.arms[1]: n -9 is below 0");
  }

  @Test
  void aPValueBelowAnyDoubleHasItsLogarithm() {
    JsonNode answer =
        Answers.answer(
            "test",
            "{'method': 'pearson', 'arms': [{'n': 10000, 'sum': 1000}, {'n': 10000, 'sum':"
                + " 5000}]}");
    assertThat(number(answer, "p_value")).isZero();
    // mpmath 1.3: with chi-squared = 80000/21, log(erfc(sqrt(mpf(80000) / 21 / 2)))
    assertThat(number(answer, "log_p_value")).isCloseTo(-1909.1105881804728, within(1e-9));
  }

  private static double number(JsonNode answer, String field) {
    return answer.required(field).doubleValue();
  }
}
