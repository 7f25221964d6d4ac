package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot.Run;
import io.github.evenlot.sequential.Crossing;
import io.github.evenlot.sequential.StoppingBoundaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealArchivesPageTest {

  private static final String PAGE = "docs/tutorial/real-archives.md";
  private static final Pattern PLOT = Pattern.compile("--plot (\\S+)");
  private static final Pattern MONTH =
      Pattern.compile("  (201\\d-\\d\\d) +([\\d,]+) +([\\d,]+) +[\\d.]+ %");

  static Collection<ConsoleBlock.Example> examples() {
    return ConsoleBlock.examples(PAGE);
  }

  @ParameterizedTest
  @MethodSource("examples")
  @DisplayName("The commands print what stands below them, and draw the pictures beside them.")
  void commands(ConsoleBlock.Example example, @TempDir Path directory) throws IOException {
    Matcher plot = PLOT.matcher(example.line());
    assertThat(plot.find()).as(example.line()).isTrue();
    Path drawn = directory.resolve("drawn.svg");
    Run run =
        new ConsoleBlock.Example(
                example.page(), plot.replaceFirst("--plot " + drawn), example.output())
            .run();
    assertThat(run.status()).as(run.err()).isZero();
    DocumentedCommandsTest.checkOutput(example, run);
    assertThat(Files.readString(drawn)).isEqualTo(Documentation.page(plot.group(1)));
  }

  @Test
  @DisplayName("What the text says of the months is the sum of the table's lines.")
  void months() {
    assertThat(sum("2013-06", "2014-01")).isEqualTo("740 of 1,270");
    assertThat(sum("2013-01", "2013-05")).isEqualTo("6 of 239");
    assertThat(sum("2014-02", "2015-04")).isEqualTo("7 of 3,364");
    assertThat(text())
        .contains(
            "740 of 1,270",
            "740 of the 753 broken",
            "Of the 3,364 tests from February 2014 on it calls 7 broken",
            "6 among the 239 tests before June 2013");
  }

  @Test
  @DisplayName("What the text says of claims stands in the tables.")
  void claims() {
    String tables = String.join("\n", Documentation.blocks(PAGE, "console"));
    assertThat(tables.replaceAll(" +", " "))
        .contains(
            "rejected at p < 0.05 1,836",
            "not rejected 2,283",
            "all 381 22,693 223 106 142",
            "stopping at p < 0.05 223 117",
            "sequential design 142 40",
            "of unequal arms, shares unknown 48",
            "not testable 15",
            "\"first_below_5_percent\":8",
            "\"taken\":132");
    assertThat(text())
        .contains(
            "1,836 of 4,119 reject",
            "at most 206 of 4,119",
            "It claims 223 differences, and 117 of them are gone",
            "It claims 106",
            "It claims 142",
            "40 of these are gone",
            "at its 8th look of 132",
            "of 381 studies of nothing at all, 19 would",
            "48 studies have arms of unequal size",
            "15 studies have no variance");
    assertThat(1_836 + 2_283).isEqualTo(4_119);
    assertThat(Math.round(0.05 * 4_119)).isEqualTo(206);
    assertThat(Math.round(0.05 * 381)).isEqualTo(19);
  }

  @Test
  @DisplayName("Fifty equally spaced looks at nothing see p < 0.05 as often as published in 1969.")
  void peekingAtNothing() {
    StoppingBoundaries peeking = StoppingBoundaries.NONE;
    for (int look = 1; look <= 50; look++) {
      peeking = peeking.plus(look / 50.0, -1.959964, 1.959964);
    }
    double claimed = peeking.crossings(0).stream().mapToDouble(Crossing::total).sum();
    assertThat(Math.round(100 * claimed)).isEqualTo(32);
    assertThat(text()).contains("with 50 looks at nothing at all", "is 32 percent (Armitage");
  }

  private static String text() {
    return Documentation.page(PAGE).replace('\n', ' ').replaceAll(" +", " ");
  }

  private static String sum(String from, String to) {
    List<String[]> months =
        MONTH
            .matcher(Documentation.page(PAGE))
            .results()
            .map(line -> new String[] {line.group(1), line.group(2), line.group(3)})
            .filter(line -> line[0].compareTo(from) >= 0 && line[0].compareTo(to) <= 0)
            .toList();
    return "%,d of %,d"
        .formatted(
            number(months.stream().map(line -> line[2])),
            number(months.stream().map(line -> line[1])));
  }

  private static long number(Stream<String> texts) {
    return texts.mapToLong(text -> Long.parseLong(text.replace(",", ""))).sum();
  }
}
