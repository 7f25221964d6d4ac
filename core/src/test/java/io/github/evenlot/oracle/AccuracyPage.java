package io.github.evenlot.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What {@code docs/reference/accuracy.md} promises and says of the reference files. */
final class AccuracyPage {

  private static final Path PAGE = Path.of("../docs/reference/accuracy.md");

  /**
   * A line of the table of digits: {@code | file | `quantity` | values | digits | relative to |}.
   */
  record Promise(String file, String quantity, int values, int digits, String note) {}

  private static final List<List<String>> CELLS = cells();

  private AccuracyPage() {}

  static Promise promise(String file, String quantity) {
    return promises().stream()
        .filter(line -> line.file().equals(file) && line.quantity().equals(quantity))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no line %s %s in %s".formatted(file, quantity, PAGE)));
  }

  static List<Promise> promises() {
    return CELLS.stream()
        .filter(cells -> cells.size() == 5 && cells.get(1).startsWith("`"))
        .map(AccuracyPage::promise)
        .toList();
  }

  /** The columns of a file that the page lists as inputs, as notes or as not compared. */
  static List<String> otherColumns(String file) {
    return CELLS.stream()
        .filter(cells -> cells.size() == 3 && cells.get(0).equals(file))
        .flatMap(cells -> Arrays.stream((cells.get(1) + cells.get(2)).split("`")))
        .toList();
  }

  private static Promise promise(List<String> cells) {
    return new Promise(
        cells.get(0),
        cells.get(1).replace("`", ""),
        Integer.parseInt(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        cells.get(4));
  }

  private static List<List<String>> cells() {
    try {
      return Files.readAllLines(PAGE).stream()
          .filter(line -> line.startsWith("| "))
          .map(line -> Arrays.stream(line.substring(2).split(" *\\| *")).map(String::trim).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
