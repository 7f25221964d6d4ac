package io.github.evenlot.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A file of the NIST Statistical Reference Datasets in {@code src/test/resources/nist}. */
public record NistDataset(List<String> lines) {

  private static final int HEADER_LINES = 60;

  public static NistDataset read(String file) {
    String resource = "/nist/" + file;
    try (InputStream bytes =
            Objects.requireNonNull(NistDataset.class.getResourceAsStream(resource), resource);
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      return new NistDataset(
          new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII))
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The certified number that follows one of these words, as it is printed. */
  public BigDecimal certified(String pattern) {
    Pattern wanted = Pattern.compile("(?:" + pattern + ")\\s*[:=]?\\s+([-+.0-9E]+)");
    for (String line : lines.subList(0, HEADER_LINES)) {
      Matcher matcher = wanted.matcher(line);
      if (matcher.find()) {
        return new BigDecimal(matcher.group(1));
      }
    }
    throw new IllegalArgumentException("no " + pattern);
  }

  /** The first number of the first line after the one that begins so. */
  public BigDecimal certifiedAfter(String beginning) {
    int line = indexOf(beginning) + 1;
    String[] cells = lines.get(line).trim().split("\\s+");
    return new BigDecimal(cells[cells.length - 1]);
  }

  /** A row of the certified table: degrees of freedom, sum of squares, mean square, perhaps F. */
  public List<BigDecimal> certifiedRow(String beginning) {
    return Arrays.stream(lines.get(indexOf(beginning)).trim().split("\\s+"))
        .filter(cell -> cell.matches("[-+.0-9E]*[0-9][-+.0-9E]*"))
        .map(BigDecimal::new)
        .toList();
  }

  private int indexOf(String beginning) {
    return IntStream.range(0, HEADER_LINES)
        .filter(i -> lines.get(i).strip().startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no line " + beginning));
  }

  /** One number a line. */
  public List<BigDecimal> values() {
    return data().map(cells -> new BigDecimal(cells[0])).toList();
  }

  /** The responses of each treatment. */
  public List<List<BigDecimal>> groups() {
    Map<Integer, List<BigDecimal>> groups = new TreeMap<>();
    data()
        .forEach(
            cells ->
                groups
                    .computeIfAbsent(Integer.valueOf(cells[0]), key -> new ArrayList<>())
                    .add(new BigDecimal(cells[1])));
    return List.copyOf(groups.values());
  }

  private Stream<String[]> data() {
    boolean commented = lines.get(0).startsWith("#");
    return lines.stream()
        .skip(commented ? 0 : HEADER_LINES)
        .map(String::trim)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.contains("="))
        .map(line -> line.split("\\s+"));
  }
}
