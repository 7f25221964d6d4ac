package io.github.evenlot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.inference.TestMethodProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tutorial's files, compiled and run as a reader would. */
@DisplayName("The tutorial on one's own test")
class YourOwnTestPageTest {

  private static final String PAGE = "docs/tutorial/your-own-test.md";
  private static final List<String> TEXTS = Documentation.blocks(PAGE, "text");
  private static final Pattern COMMAND =
      Pattern.compile("(?:echo '([^']*)' \\| )?EVENLOT_CLASSPATH=log-odds.jar \\./evenlot (.*)");

  @TempDir private static Path classes;
  private static UserProject project;

  @BeforeAll
  static void compile() throws IOException {
    project =
        UserProject.compiled(classes, Documentation.blocks(PAGE, "java"))
            .withService("io.github.evenlot.inference.TestMethodProvider", TEXTS.get(0));
    assertThat(Documentation.page(PAGE))
        .contains("META-INF/services/io.github.evenlot.inference.TestMethodProvider");
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("has commands that print what stands below them")
  void commands(ConsoleBlock.Example example) throws Exception {
    Matcher parts = COMMAND.matcher(example.line());
    assertThat(parts.matches()).as(example.line()).isTrue();
    String input = parts.group(1) == null ? "" : parts.group(1) + "\n";
    String printed =
        project.run(input, "io.github.evenlot.app.Main", List.of(parts.group(2).split(" ")));
    assertThat(printed.lines())
        .usingElementComparator(DocumentedCommandsTest::compare)
        .containsExactlyElementsOf(example.output());
  }

  static List<ConsoleBlock.Example> commands() {
    return ConsoleBlock.examples(PAGE);
  }

  @Test
  @DisplayName("has commands that make a jar of the method and its line, and that run its programs")
  void tools(@TempDir Path directory) throws Exception {
    List<String> java = Documentation.blocks(PAGE, "java");
    Path source = Files.createDirectories(directory.resolve("src/com/example"));
    Path services = Files.createDirectories(directory.resolve("src/META-INF/services"));
    Files.writeString(source.resolve("LogOddsRatio.java"), java.get(0));
    Files.writeString(source.resolve("Calibration.java"), block(java, "class Calibration"));
    Files.writeString(services.resolve(TestMethodProvider.class.getName()), TEXTS.get(0));
    StringBuilder printed = new StringBuilder();
    for (String block : Documentation.blocks(PAGE, "sh")) {
      for (String command : block.lines().toList()) {
        printed.append(runTool(directory, command));
      }
    }
    assertThat(printed).hasToString(TEXTS.get(1));
    URL jar = directory.resolve("log-odds.jar").toUri().toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar})) {
      assertThat(ServiceLoader.load(TestMethodProvider.class, loader))
          .extracting(TestMethodProvider::id)
          .contains("log-odds");
    }
  }

  private static String block(List<String> java, String part) {
    return java.stream().filter(block -> block.contains(part)).findFirst().orElseThrow();
  }

  /** A command of the JDK; the built program is what this test has on its class path. */
  private static String runTool(Path directory, String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
    words.replaceAll(
        word ->
            word.replace(
                "reference-app/target/evenlot.jar", System.getProperty("java.class.path")));
    Process process =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(command).isZero();
    return printed;
  }

  @Test
  @DisplayName("has a method that passes the contract kit")
  void contract() throws Exception {
    TestExecutionSummary summary = project.test("com.example.LogOddsRatioContractTest");
    assertThat(summary.getFailures())
        .extracting(failure -> failure.getTestIdentifier().getDisplayName())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(10);
  }

  @Test
  @DisplayName("has an analysis with the method")
  void analysis() throws Exception {
    assertThat(project.run("", "com.example.Analysis", List.of())).isEqualTo(TEXTS.get(2));
  }

  @Test
  @DisplayName("has the coordinates of the build")
  void coordinates() {
    String pom = Documentation.page("core/pom.xml");
    String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
    assertThat(Documentation.blocks(PAGE, "xml").get(0).lines())
        .filteredOn(line -> line.contains("<version>"))
        .hasSize(2)
        .allMatch(line -> line.contains(version + "</version>"));
  }
}
