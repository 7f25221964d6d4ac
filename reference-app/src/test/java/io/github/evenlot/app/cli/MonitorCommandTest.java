package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command monitor")
class MonitorCommandTest {

  /** rpact 3 and gsDesign 3 give 2.963 and 1.969 for this design. */
  @Test
  @DisplayName("goes on below the boundary and rejects at it")
  void decides() {
    JsonNode first = answer("{'information': 0.5, 'z': 1.8}");
    assertThat(first.path("decision").asText()).isEqualTo("continue");
    assertThat(first.path("explanation").asText())
        .contains("|z| = 1.8000 does not reach the boundary 2.9626: go on.");
    JsonNode second = answer("{'information': 0.5, 'z': 1.8}, {'information': 1, 'z': 2.1}");
    assertThat(second.path("decision").asText()).isEqualTo("reject");
    assertThat(second.path("look").asInt()).isEqualTo(2);
    assertThat(second.path("boundary").asDouble()).isCloseTo(1.969, within(5e-4));
  }

  @Test
  @DisplayName("tells of the look that ended the test, whatever came later")
  void endsOnce() {
    JsonNode answer = answer("{'information': 0.5, 'z': -3.5}, {'information': 0.7, 'z': 0}");
    assertThat(answer.path("look").asInt()).isEqualTo(1);
    assertThat(answer.path("z").asDouble()).isEqualTo(-3.5);
    assertThat(answer.path("decision").asText()).isEqualTo("reject");
  }

  @Test
  @DisplayName("without a boundary gives null and an interval that bounds nothing")
  void tooEarly() {
    JsonNode answer = answer("{'information': 1e-6, 'z': 1}");
    assertThat(answer.path("boundary").isNull()).isTrue();
    assertThat(answer.path("repeated_interval").toString()).isEqualTo("[null,null]");
  }

  @Test
  @DisplayName("lets the last planned look spend what is left of alpha")
  void spendsTheRest() {
    String looks = "{'information': 0.5, 'z': 1}, {'information': 0.8, 'z': 1.98}";
    assertThat(answer(looks).path("decision").asText()).isEqualTo("continue");
    JsonNode last = Answers.answer("monitor", question("'planned_looks': 2, ", looks));
    assertThat(last.path("alpha_spent").asDouble()).isEqualTo(0.05);
    assertThat(last.path("decision").asText()).isEqualTo("reject");
  }

  @Test
  @DisplayName("names the value and the bound of what it refuses")
  void refuses() {
    assertThat(error("", "{'information': 0.5, 'z': 1}, {'information': 0.4, 'z': 1}"))
        .isEqualTo("information 0.4 is not above 0.5, that of the look before");
    assertThat(error("", "{'information': 0.5, 'z': 9}, {'information': 0.4, 'z': 1}"))
        .isEqualTo("information 0.4 is not above 0.5, that of the look before");
    assertThat(error("", "{'information': -1, 'z': 9}"))
        .isEqualTo("information -1.0 is not positive and finite");
    assertThat(error("", "")).isEqualTo("there was no look");
    assertThat(
            error(
                "'planned_looks': 1, ",
                "{'information': 0.5, 'z': 1}, {'information': 0.8, 'z': 1}"))
        .isEqualTo("2 looks are more than the 1 planned");
    assertThat(
            Answers.error(
                "monitor", question("", "{'information': 1, 'z': 1}").replace("0.05", "0.5")))
        .isEqualTo("alpha 0.5 is outside (0, 0.5)");
  }

  private static JsonNode answer(String looks) {
    return Answers.answer("monitor", question("", looks));
  }

  private static String error(String fields, String looks) {
    return Answers.error("monitor", question(fields, looks));
  }

  private static String question(String fields, String looks) {
    return "{'spending': 'obrien-fleming', 'alpha': 0.05, 'sides': 2, %s'looks': [%s]}"
        .formatted(fields, looks);
  }
}
