package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The commands of the pages print what the pages say. */
class DocumentedCommandsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String README = "README.md";
  private static final String REFERENCE = "docs/reference/command-line.md";

  @ParameterizedTest
  @MethodSource("examples")
  void everyExamplePrintsWhatStandsBelowIt(ConsoleBlock.Example example) {
    checkOutput(example, example.run());
  }

  /** Holds what a run printed against the page, which leaves out the blank lines between parts. */
  static void checkOutput(ConsoleBlock.Example example, Evenlot.Run run) {
    assertThat(run.lines().stream().filter(line -> !line.isBlank()))
        .usingElementComparator(DocumentedCommandsTest::compare)
        .isEqualTo(example.output());
  }

  /** Equal but for the last digits of doubles, in which the processors' logarithms differ. */
  static int compare(String printed, String documented) {
    if (!documented.startsWith("{")) {
      return printed.equals(documented) ? 0 : 1;
    }
    return json(printed).equals(DocumentedCommandsTest::compare, json(documented)) ? 0 : 1;
  }

  private static int compare(JsonNode printed, JsonNode documented) {
    if (printed.isDouble() && documented.isDouble()) {
      double apart = Math.abs(printed.doubleValue() - documented.doubleValue());
      return apart <= 1e-12 * Math.abs(documented.doubleValue()) ? 0 : 1;
    }
    return printed.equals(documented) ? 0 : 1;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  static Stream<ConsoleBlock.Example> examples() {
    return Stream.of(README, REFERENCE, PearsonPageTest.PAGE)
        .flatMap(page -> ConsoleBlock.examples(page).stream());
  }

  @Test
  void theReadmeHasAnExampleOfEveryCalculatingCommand() {
    assertThat(ConsoleBlock.examples(README))
        .extracting(example -> example.line().replaceAll(".*\\./evenlot ", ""))
        .contains(
            "bucket",
            "match",
            "reallocate",
            "test",
            "srm",
            "boundaries",
            "monitor",
            "adjust",
            "power");
  }

  @Test
  void theReferenceHasAHeadingForEveryCommandAndForNoOther() {
    Set<String> commands = Main.commandLine().getSubcommands().keySet();
    assertThat(Documentation.page(REFERENCE).lines().filter(line -> line.startsWith("## `")))
        .containsExactlyInAnyOrderElementsOf(
            commands.stream().map(command -> "## `" + command + "`").toList());
  }

  @Test
  void theReferenceHasEveryOption() {
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      assertThat(command.getCommandSpec().options())
          .extracting(OptionSpec::longestName)
          .allSatisfy(option -> assertThat(Documentation.page(REFERENCE)).contains("`" + option));
    }
  }
}
