package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MatchCommandTest {

  @Test
  @DisplayName("Decimals are compared as they are written.")
  void decimals() {
    JsonNode answer =
        Answers.answer(
            "match", "{'condition': {'x': {'$gt': 0.1, '$lt': 1e3}}, 'attributes': {'x': '0.2'}}");
    assertThat(answer.path("matches").asBoolean()).isTrue();
    assertThat(answer.has("flaws")).isFalse();
  }

  @Test
  @DisplayName("A group that there is not has no members, and is a flaw.")
  void unknownGroup() {
    JsonNode answer =
        Answers.answer(
            "match", "{'condition': {'id': {'$notInGroup': 'beta'}}, 'attributes': {'id': 1}}");
    assertThat(answer.path("matches").asBoolean()).isTrue();
    assertThat(answer.path("flaws").get(0).asText())
        .isEqualTo("condition.id.$notInGroup is \"beta\", which is no saved group");
  }

  @Test
  @DisplayName("What is missing or of another type is named.")
  void malformed() {
    assertThat(Answers.error("match", "{'attributes': {}}"))
        .isEqualTo("question.condition is missing");
    assertThat(Answers.error("match", "{'condition': {}}"))
        .isEqualTo("question.attributes is missing");
    assertThat(
            Answers.error(
                "match", "{'condition': {}, 'attributes': {}, 'saved_groups': {'beta': 1}}"))
        .isEqualTo("question.saved_groups.beta is 1, not a list");
  }
}
