package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page that says how to move here from another product. */
@DisplayName("A page on a migration")
class MigrationPagesTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** From an experiment to its document as JSON. */
  private static final String DOCUMENT =
      "new com.fasterxml.jackson.databind.json.JsonMapper()"
          + ".<com.fasterxml.jackson.databind.JsonNode>valueToTree("
          + "io.github.evenlot.experiment.ExperimentDocuments.toDocument(%s))";

  private static final String VECTORS = "core/src/test/resources/vectors";

  static List<String> pages() {
    return Documentation.pages().stream()
        .map(page -> Documentation.ROOT.relativize(page).toString())
        .filter(page -> page.matches("docs/how-to/migrate-from-.*\\.md"))
        .toList();
  }

  static Stream<ConsoleBlock.Example> examples() {
    return pages().stream().flatMap(page -> ConsoleBlock.examples(page).stream());
  }

  @Test
  @DisplayName("is there")
  void some() {
    assertThat(pages()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("has the same parts as the others")
  void parts(String page) {
    assertThat(Documentation.page(page).lines().filter(line -> line.startsWith("## ")))
        .containsExactly(
            "## What to export",
            "## What carries over",
            "## The experiment",
            "## Check before you switch",
            "## What does not carry over",
            "## Bit by bit, and back");
    assertThat(Documentation.blocks(page, "console")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("has blocks of Java that print what stands below, and make what is in its file")
  void java(String page) throws IOException {
    List<String> printed = new ArrayList<>();
    List<JsonNode> documents = new ArrayList<>();
    for (String source : Documentation.blocks(page, "java")) {
      try (JavaBlock block = new JavaBlock(source)) {
        printed.add(block.printed());
        for (String document : block.values("Experiment", DOCUMENT)) {
          documents.add(JSON.readTree(document));
        }
      }
    }
    assertThat(printed).isNotEmpty().isEqualTo(Documentation.blocks(page, "text"));
    assertThat(documents).containsAll(documents(page));
  }

  /** The experiments of the file beside the page, as Java would write their documents. */
  private static List<JsonNode> documents(String page) throws IOException {
    String file = page.replace("migrate-from-", "examples/").replace(".md", ".json");
    List<Map<String, Object>> read =
        JSON.readValue(Documentation.page(file), new TypeReference<>() {});
    assertThat(read).isNotEmpty();
    List<JsonNode> documents = new ArrayList<>();
    for (Map<String, Object> document : read) {
      Experiment experiment = ExperimentDocuments.experiment(document);
      JsonNode written = JSON.valueToTree(ExperimentDocuments.toDocument(experiment));
      documents.add(JSON.readTree(written.toString()));
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("examples")
  @DisplayName("has commands that print what stands below them")
  void commands(ConsoleBlock.Example example) {
    DocumentedCommandsTest.checkOutput(example, example.run());
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("says where the numbers are from that it reproduces")
  void provenance(String page) {
    Path vectors = Documentation.ROOT.resolve(VECTORS);
    assertThat(Documentation.links(Documentation.ROOT.resolve(page)))
        .anyMatch(link -> link.startsWith(vectors));
  }
}
