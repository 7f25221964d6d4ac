package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificationPagesTest {

  private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

  /** Prints a bucket for each row; undoes the escapes and joins the halves of surrogate pairs. */
  private static final String DRIVER =
      """

      import sys

      def text(field):
          halves = field.encode("ascii").decode("unicode_escape")
          return halves.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")

      for line in list(open(sys.argv[1], encoding="ascii"))[1:]:
          salt, unit, repeat = line.split(",")[:3]
          print(bucket(text(salt), text(unit) * int(repeat)))
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"evenlot-1", "sha256-10000"})
  @DisplayName("The Python of a specification gives the golden buckets.")
  void pythonAgrees(String bucketing) throws Exception {
    assumeTrue(isThere("python3"), "no python3 on this machine");
    Path page = Path.of("../docs/reference/bucketing-%s.md".formatted(bucketing));
    Path program = folder.resolve("port.py");
    Files.writeString(program, pythonOf(Files.readString(page)) + DRIVER);
    Path vectors = Path.of(getClass().getResource("/" + GoldenVectors.path(bucketing)).toURI());
    List<String> expected =
        GoldenVectors.of(bucketing).stream()
            .map(golden -> Integer.toString(golden.bucket()))
            .toList();
    assertThat(output("python3", program.toString(), vectors.toString()).lines())
        .containsExactlyElementsOf(expected);
  }

  private static String pythonOf(String page) {
    Matcher block = PYTHON.matcher(page);
    assertThat(block.find()).as("a block of Python").isTrue();
    return block.group(1);
  }

  private static boolean isThere(String command) {
    try {
      output(command, "--version");
      return true;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
