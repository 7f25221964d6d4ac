package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.ExperimentsDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path directory;

  private Path file(Object json) throws IOException {
    Path file = directory.resolve("experiments.json");
    JSON.writeValue(file.toFile(), json);
    return file;
  }

  private static Run run(Path file, String question) {
    return Evenlot.run(question.replace('\'', '"'), "assign", "--experiments", file.toString());
  }

  private static JsonNode answer(Path file, String question) throws IOException {
    Run run = run(file, question);
    assertThat(run.status()).as(run.out() + run.err()).isZero();
    return JSON.readTree(run.line()).path("assignments");
  }

  private static Map<String, Object> shortForm() {
    return Map.of(
        "key",
        "checkout",
        "variants",
        List.of(Map.of("id", "control", "weight", 0), Map.of("id", "green", "weight", "100")),
        "targeting",
        Map.of("country", "US"),
        "end",
        "2026-03-02T00:00:00Z");
  }

  @Test
  void theShortFormIsEnough() throws IOException {
    JsonNode in =
        answer(
            file(List.of(shortForm())),
            "{'unit': 'alice', 'attributes': {'country': 'US'}, 'time': '2026-03-01T00:00:00Z'}");
    assertThat(in.get(0).path("experiment").asText()).isEqualTo("checkout");
    assertThat(in.get(0).path("assigned").asBoolean()).isTrue();
    assertThat(in.get(0).path("variant").asText()).isEqualTo("green");
    assertThat(in.get(0).path("epoch").asInt()).isEqualTo(1);
    assertThat(in.get(0).path("reason").asText()).isEqualTo("ALLOCATED");
  }

  @Test
  void whoIsNotInIsToldWhy() throws IOException {
    Path file = file(Map.of("experiments", List.of(shortForm())));
    JsonNode elsewhere = answer(file, "{'unit': 'alice', 'time': '2026-03-01T00:00:00Z'}").get(0);
    assertThat(elsewhere)
        .isEqualTo(
            JSON.readTree(
                "{\"experiment\":\"checkout\",\"assigned\":false,\"reason\":\"NOT_TARGETED\"}"));
    JsonNode late = answer(file, "{'unit': 'alice'}").get(0);
    assertThat(late.path("reason").asText()).isEqualTo("ENDED");
    JsonNode device = answer(file, "{'units': {'device': 'd'}, 'time': '2026-03-01T00:00:00Z'}");
    assertThat(device.get(0).path("reason").asText()).isEqualTo("NO_UNIT");
  }

  @Test
  void documentsAsTheyAreStoredAreTakenToo() throws IOException {
    Experiment stored = Experiment.builder("stored").variant("control", 100).build();
    for (Object json :
        List.of(
            List.of(ExperimentDocuments.toDocument(stored)),
            ExperimentsDocuments.toDocument(Experiments.of(stored)))) {
      assertThat(answer(file(json), "{'unit': 'alice'}").get(0).path("variant").asText())
          .isEqualTo("control");
    }
  }

  @Test
  void aFileThatCantBeUsedIsOneLineAndNoAnswer() throws IOException {
    Run missing = run(directory.resolve("missing"), "{'unit': 'alice'}");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err().lines()).hasSize(1);
    Run heavy =
        run(
            file(
                List.of(Map.of("key", "e", "variants", List.of(Map.of("id", "a", "weight", 101))))),
            "{'unit': 'alice'}");
    assertThat(heavy.status()).isEqualTo(2);
    assertThat(heavy.err()).contains("weight 101 of variant \"a\" is above 100");
    Files.writeString(directory.resolve("no.json"), "{");
    assertThat(run(directory.resolve("no.json"), "{}").err()).contains("not JSON");
    Files.writeString(directory.resolve("twice.json"), "[{\"key\": \"a\", \"key\": \"b\"}]");
    assertThat(run(directory.resolve("twice.json"), "{}").err()).contains("Duplicate");
  }

  @Test
  void thousandsOfUnitsAreForcedInOneGo() throws IOException {
    Map<String, Object> experiment = new HashMap<>(shortForm());
    Map<String, Object> forced = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      forced.put("tester-" + i, "control");
    }
    experiment.put("forced", forced);
    JsonNode last =
        answer(
            file(List.of(experiment)), "{'unit': 'tester-9999', 'time': '2026-03-01T00:00:00Z'}");
    assertThat(last.get(0).path("reason").asText()).isEqualTo("FORCED");
    assertThat(last.get(0).path("variant").asText()).isEqualTo("control");
  }

  @ParameterizedTest
  @ValueSource(strings = {"targetting", "holdouts", "prerequisites", "trafic"})
  void aFieldThatTheShortFormHasNotIsRefused(String field) throws IOException {
    Map<String, Object> experiment = new HashMap<>(shortForm());
    experiment.put(field, Map.of());
    Run run = run(file(List.of(experiment)), "{'unit': 'alice'}");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("file.experiments[0]: field \"%s\" is none of [key, variants".formatted(field));
  }

  @Test
  void aFieldThatAQuestionHasNotIsRefused() throws IOException {
    Path file = file(List.of(shortForm()));
    assertThat(run(file, "{'unit': 'alice', 'atributes': {}}").line())
        .contains("question: field \\\"atributes\\\" is none of [id, unit");
    assertThat(run(file, "{'unit': 'alice', 'units': {'device': 'd'}}").line())
        .contains("question has both unit and units");
    assertThat(run(file, "{'id': 1, 'unit': 'alice'}").status()).isZero();
  }

  @Test
  void aBadQuestionIsAnswered() throws IOException {
    Run run = run(file(List.of(shortForm())), "{'unit': 7}");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.line()).contains("question.unit is 7, not text");
  }
}
