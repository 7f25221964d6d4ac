package io.github.evenlot.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

  private static final String HEADER = "experiment,variant,n,sum\n";
  private static final String GOOD = "good,a,100,20\ngood,b,100,30\n";

  @TempDir private Path directory;

  private Run run(String lines, String... options) {
    return Archives.run(directory, lines, options);
  }

  private String errorOf(String line) {
    return run(HEADER + line + "\n" + GOOD).lines().get(0);
  }

  @Test
  @DisplayName("A bad experiment is answered with file, line, value and reason; others go on.")
  void badExperiment() {
    Run run = run(HEADER + "bad,a,10,5\nbad,b,10,x5\n" + GOOD);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0))
        .isEqualTo(
            "{\"experiment\":\"bad\",\"error\":\"%s, line 3: sum is \\\"x5\\\", not a number\"}"
                .formatted(directory.resolve("arms.csv")));
    assertThat(run.lines().get(1)).contains("\"experiment\":\"good\"", "\"p_value\":0.1024704");
  }

  @Test
  @DisplayName("Every way in which a line can be wrong has its words.")
  void badLines() {
    assertThat(errorOf("bad,a,10\nbad,b,1,1")).contains("line 2: 3 cells, but the header has 4");
    assertThat(errorOf(",a,10,5"))
        .startsWith("{\"error\"")
        .contains("line 2: experiment is missing");
    assertThat(errorOf("bad,a,10,5")).contains("line 2: experiment \\\"bad\\\" has one arm");
    assertThat(errorOf("bad,a,-1,5\nbad,b,1,1"))
        .contains("line 2: n is -1, not a whole number from 0 to 2^63 - 1");
    assertThat(errorOf("bad,a,1.5,1\nbad,b,1,1")).contains("n is 1.5, not a whole number");
    assertThat(errorOf("bad,a,1e19,1\nbad,b,1,1")).contains("n is 1e19, not a whole number");
    assertThat(errorOf("bad,a,10,11\nbad,b,1,1")).contains("line 2: converted 11 is outside 0..10");
    assertThat(errorOf("bad,a,10,5\nbad,a,10,5"))
        .contains("line 3: variant a comes twice in experiment \\\"bad\\\"");
  }

  @Test
  @DisplayName("A weight that is no share is refused, and one that is given is held against.")
  void weights() {
    String header = "experiment,variant,n,sum,weight\n";
    assertThat(run(header + "e,a,100,10,0\ne,b,100,10,1\n").out())
        .contains("line 2: weight 0 is not above 0");
    assertThat(run(header + "e,a,9000,900,90\ne,b,1000,100,10\n").out())
        .contains("\"sample_ratio\":{\"statistic\":0.0,\"p_value\":1.0,\"mismatch\":false");
  }

  @Test
  @DisplayName("Without its columns, or not told apart into cells, a file is refused as a whole.")
  void badFiles() {
    assertThat(run("experiment,variant,n\n").err())
        .contains("arms.csv can't be read: it has no column sum, but [experiment, variant, n]");
    assertThat(run("").err()).contains("it has no column experiment, but []");
    Run quotes = run(HEADER + GOOD + "\"a\"b,y,10,5\n");
    assertThat(quotes.status()).isEqualTo(2);
    assertThat(quotes.out()).isEmpty();
    assertThat(quotes.err()).contains("arms.csv, line 4: Unexpected character ('b' (code 98))");
    assertThat(Evenlot.run("", "analyze", "no-such.csv").err())
        .isEqualTo("evenlot analyze: there is no file no-such.csv\n");
    assertThat(Evenlot.run("", "analyze").status()).isEqualTo(2);
  }

  @Test
  @DisplayName("Text that is not UTF-8 is refused.")
  void encoding() throws IOException {
    Path file = directory.resolve("latin.csv");
    Files.write(file, (HEADER + "caf\u00e9,a,1,1\n").getBytes(StandardCharsets.ISO_8859_1));
    Run run = Evenlot.run("", "analyze", file.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("latin.csv").contains("UTF-8");
  }

  @Test
  @DisplayName("A page or a picture that can't be written is told before anything is analysed.")
  void unwritable() {
    for (String option : List.of("--html", "--plot")) {
      Run run = run(HEADER + GOOD, option, directory.resolve("no/such.html").toString());
      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo(
              "evenlot analyze: file %s can't be written: there is no directory %s\n"
                  .formatted(directory.resolve("no/such.html"), directory.resolve("no")));
      assertThat(run(HEADER + GOOD, option, directory.toString()).err())
          .contains("can't be written: it is a directory");
    }
  }

  @Test
  @DisplayName("An unknown format is named.")
  void format() {
    Run run = run(HEADER + GOOD, "--format", "xls");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no format \"xls\"; there are [arms, upworthy, asos]");
  }

  @Test
  @DisplayName("A compressed file is read like another.")
  void gzip() throws IOException {
    Path file = directory.resolve("arms.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Evenlot.run("", "analyze", file.toString()).out())
        .isEqualTo(run(HEADER + GOOD).out());
  }

  @Test
  @DisplayName("Only the experiments asked for are analysed.")
  void only() {
    String lines = HEADER + GOOD + GOOD.replace("good", "other");
    assertThat(run(lines).lines()).hasSize(2);
    assertThat(run(lines, "--only", "other").line()).contains("\"experiment\":\"other\"");
    assertThat(run(lines, "--metric", "absent").err())
        .contains("there is no metric of [absent] in the files");
    assertThat(run(lines, "--only", "absent").err())
        .contains("there is no experiment absent in the files");
  }

  @Test
  @DisplayName("The table stays in 80 columns, and no name of others moves the cursor.")
  void table() {
    String name = "a\u001b[2J very long name of an experiment \u6f22\u5b57";
    Run run = run(HEADER + GOOD.replace("good", name), "--table");
    assertThat(run.lines()).hasSize(2).allMatch(line -> line.length() <= 80);
    assertThat(run.lines().get(1)).startsWith("a\uFFFD[2J very long name of…    2");
  }

  @Test
  @DisplayName("Wide letters take two columns, and marks none.")
  void widths() {
    assertThat(TerminalText.width("\u6f22\u5b57")).isEqualTo(4);
    assertThat(TerminalText.width("e\u0301")).isEqualTo(1);
    assertThat(TerminalText.fitted("\u6f22\u5b57\u6f22\u5b57", 6)).isEqualTo("\u6f22\u5b57… ");
    assertThat(TerminalText.fitted("ab", 4)).isEqualTo("ab  ");
  }
}
