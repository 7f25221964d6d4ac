package io.github.evenlot.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rows of a reference table in {@code src/test/resources/oracle}. */
public final class OracleTable {

  /** Commas with an even number of quotes behind them. */
  private static final String SEPARATOR = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

  private OracleTable() {}

  public static List<OracleRow> read(String name) {
    List<String> lines = lines("/oracle/" + name + ".csv");
    List<String> header = cells(lines.get(0));
    return lines.stream().skip(1).map(line -> new OracleRow(header, cells(line))).toList();
  }

  public static List<String> lines(String resource) {
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
