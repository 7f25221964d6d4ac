package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import org.junit.jupiter.api.Test;

class SrmCommandTest {

  /** scipy 1.17: chisquare([5000, 5300]). */
  @Test
  void threeInAThousandIsNoMismatchYet() {
    JsonNode answer = Answers.answer("srm", "{'counts': [5000, 5300], 'weights': [50, 50]}");
    assertThat(answer.path("statistic").doubleValue()).isCloseTo(8.737864077669903, within(1e-13));
    assertThat(answer.path("degrees_of_freedom").doubleValue()).isEqualTo(1);
    assertThat(answer.path("p_value").doubleValue()).isCloseTo(0.003116693839866867, within(1e-16));
    assertThat(answer.path("mismatch").booleanValue()).isFalse();
  }

  /** scipy 1.17: chisquare([50210, 49120]). */
  @Test
  void fiveInTenThousandIsAMismatch() {
    JsonNode answer = Answers.answer("srm", "{'counts': [50210, 49120], 'weights': [0.5, 0.5]}");
    assertThat(answer.path("p_value").doubleValue())
        .isCloseTo(0.0005432163574615999, within(1e-16));
    assertThat(answer.path("mismatch").booleanValue()).isTrue();
  }

  @Test
  void withoutUnitsThereIsNothingToTest() {
    JsonNode answer = Answers.answer("srm", "{'counts': [0, 0], 'weights': [1, 1]}");
    assertThat(answer.fieldNames()).toIterable().containsExactly("untestable");
    assertThat(answer.path("untestable").asText()).isEqualTo("no arm has units");
  }

  @Test
  void errorsNameTheValueAndTheBound() {
    assertThat(Answers.error("srm", "{'counts': [5, -1], 'weights': [1, 1]}"))
        .isEqualTo("count -1 of arm 2 is below 0");
    assertThat(Answers.error("srm", "{'counts': [5, 1.5], 'weights': [1, 1]}"))
        .isEqualTo("question.counts is 1.5, not a whole number of 64 bits");
    assertThat(Answers.error("srm", "{'counts': [5, 1], 'weights': [1]}"))
        .isEqualTo("2 counts and 1 weights; both take one number for each of at least 2 arms");
    assertThat(Answers.error("srm", "{'counts': [9223372036854775807, 1], 'weights': [1, 1]}"))
        .isEqualTo("counts [9223372036854775807, 1] sum to more than 9223372036854775807");
  }

  @Test
  void weightsBeyondAllShareAreRefusedAndTheRunGoesOn() {
    Run run =
        Evenlot.run(
            """
            {"counts": [5, 1], "weights": [1e-400, 1e-400]}
            {"counts": [5, 1], "weights": [1e1000000000, 1]}
            {"counts": [5, 5], "weights": [1e-99, 1e-99]}
            """,
            "srm");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines())
        .containsExactly(
            "{\"error\":\"weight of 1 digits with exponent -399 of arm 1 is beyond exponent"
                + " ±100\"}",
            "{\"error\":\"weight of 1 digits with exponent 1000000001 of arm 1 is beyond exponent"
                + " ±100\"}",
            "{\"statistic\":0.0,\"degrees_of_freedom\":1.0,\"p_value\":1.0,\"mismatch\":false}");
  }
}
