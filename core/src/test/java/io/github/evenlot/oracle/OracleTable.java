package io.github.evenlot.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a reference table in {@code src/test/resources}. */
public final class OracleTable {

  /** Commas with an even number of quotes behind them. */
  private static final String SEPARATOR = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private OracleTable() {}

  /** Of the folder {@code oracle}. */
  public static List<OracleRow> read(String name) {
    return rows("/oracle/" + name + ".csv");
  }

  /** Of the folder {@code published}. */
  public static List<OracleRow> published(String name) {
    return rows("/published/" + name + ".csv");
  }

  private static List<OracleRow> rows(String resource) {
    List<String> lines = lines(resource);
    List<String> header = cells(lines.get(0));
    return lines.stream().skip(1).map(line -> new OracleRow(header, cells(line))).toList();
  }

  private static List<String> lines(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OracleTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    return List.of(line.split(SEPARATOR, -1));
  }
}
