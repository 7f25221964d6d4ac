package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesCommandTest {

  /**
   * Computed in 128-bit floating point; gsDesign's {@code gsDesign(k = 2, test.type = 2, alpha =
   * 0.025, sfu = sfLDOF)} agrees.
   */
  @Test
  void obrienFlemingInTwoLooksIsThatOfGsDesign() {
    JsonNode looks = looks("'obrien-fleming'", 2, "[0.5, 1]");
    assertThat(looks).hasSize(2);
    assertThat(number(looks, 0, "information")).isEqualTo(0.5);
    assertThat(number(looks, 0, "boundary")).isCloseTo(2.962588042727568, within(1e-12));
    assertThat(number(looks, 0, "nominal_p")).isCloseTo(0.0030506455159778178, within(1e-14));
    assertThat(number(looks, 0, "alpha_spent")).isCloseTo(0.0030506455159778178, within(1e-14));
    assertThat(number(looks, 1, "boundary")).isCloseTo(1.9685956405936559, within(1e-12));
    assertThat(number(looks, 1, "alpha_spent")).isCloseTo(0.05, within(1e-15));
  }

  /** From the same source. */
  @Test
  void oneSidedSpendsAllOnOneSide() {
    JsonNode looks = looks("'obrien-fleming'", 1, "[0.5, 1]");
    assertThat(number(looks, 0, "boundary")).isCloseTo(2.5379876034427896, within(1e-12));
    assertThat(number(looks, 1, "boundary")).isCloseTo(1.6621065818232864, within(1e-12));
  }

  @Test
  void aLookThatNothingCanCrossHasNoBoundary() {
    JsonNode looks = looks("'obrien-fleming'", 2, "[0.001, 1]");
    assertThat(looks.get(0).has("boundary")).isTrue();
    assertThat(looks.get(0).get("boundary").isNull()).isTrue();
    // The normal quantile of 0.975.
    assertThat(number(looks, 1, "boundary")).isCloseTo(1.9599639845400545, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'pocock'", "'kim-demets', 'rho': 2", "'hwang-shih-decani', 'gamma': -4"})
  void everySpendingSpendsItsAlpha(String spending) {
    JsonNode looks = looks(spending, 2, "[0.4, 1]");
    assertThat(number(looks, 1, "alpha_spent")).isCloseTo(0.05, within(1e-15));
    assertThat(number(looks, 0, "alpha_spent")).isBetween(0.001, 0.049);
  }

  @Test
  void errorsNameTheValueAndTheBound() {
    assertThat(error("'pocok'", 2, "0.05", "[1]"))
        .isEqualTo(
            "no spending \"pocok\"; there are obrien-fleming, pocock, kim-demets,"
                + " hwang-shih-decani");
    assertThat(error("'pocock'", 3, "0.05", "[1]")).isEqualTo("sides 3 is neither 1 nor 2");
    assertThat(error("'pocock'", 2, "1.5", "[1]")).isEqualTo("alpha 1.5 is outside (0, 0.5)");
    assertThat(error("'pocock'", 2, "0.05", "[0.5, 0.2]"))
        .isEqualTo("information 0.2 is not above 0.5, that of the look before");
    assertThat(error("'kim-demets'", 2, "0.05", "[1]")).isEqualTo("question.rho is missing");
  }

  private static JsonNode looks(String spending, int sides, String information) {
    return Answers.answer("boundaries", question(spending, sides, "0.05", information))
        .path("looks");
  }

  private static String error(String spending, int sides, String alpha, String information) {
    return Answers.error("boundaries", question(spending, sides, alpha, information));
  }

  private static String question(String spending, int sides, String alpha, String information) {
    return "{'spending': %s, 'alpha': %s, 'sides': %d, 'information': %s}"
        .formatted(spending, alpha, sides, information);
  }

  private static double number(JsonNode looks, int look, String field) {
    return looks.get(look).required(field).doubleValue();
  }
}
