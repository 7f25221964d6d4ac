package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command adjust")
class AdjustCommandTest {

  /** R 4.3: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"), and so on. */
  @Test
  @DisplayName("adjusts as R does, in the order of the question")
  void adjustsAsR() {
    assertAdjusted("bonferroni", 0.04, 0.16, 0.12, 0.02);
    assertAdjusted("holm", 0.03, 0.06, 0.06, 0.02);
    assertAdjusted("hochberg", 0.03, 0.04, 0.04, 0.02);
    assertAdjusted("bh", 0.02, 0.04, 0.04, 0.02);
  }

  private static void assertAdjusted(String method, double... expected) {
    JsonNode adjusted =
        Answers.answer(
                "adjust",
                "{'method': '%s', 'p_values': [0.01, 0.04, 0.03, 0.005]}".formatted(method))
            .path("adjusted");
    assertThat(adjusted).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(adjusted.get(i).asDouble()).isCloseTo(expected[i], within(1e-15));
    }
  }

  @Test
  @DisplayName("adjusts nothing to nothing")
  void adjustsNothing() {
    assertThat(Answers.answer("adjust", "{'method': 'by', 'p_values': []}").path("adjusted"))
        .isEmpty();
  }

  @Test
  @DisplayName("names the value and the bound of what it refuses")
  void refuses() {
    assertThat(Answers.error("adjust", "{'method': 'holm', 'p_values': [0.5, 1.5]}"))
        .isEqualTo("p-value 1.5 is outside 0..1");
    assertThat(Answers.error("adjust", "{'method': 'sidak', 'p_values': [0.5]}"))
        .isEqualTo("no adjustment \"sidak\"; there are [bonferroni, holm, hochberg, bh, by]");
    assertThat(Answers.error("adjust", "{'method': 'holm'}"))
        .isEqualTo("question.p_values is missing");
  }
}
