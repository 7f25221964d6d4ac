package io.github.evenlot.sequential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the reference numbers of {@code oracle/gs}. No field of theirs is quoted. */
final class Csv {

  private Csv() {}

  static List<Map<String, String>> rows(String name) {
    try (BufferedReader reader = open("/oracle/gs/" + name)) {
      String[] header = reader.readLine().split(",", -1);
      return reader.lines().map(line -> row(header, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows with the same value in a column together, in the order of the file. */
  static Map<String, List<Map<String, String>>> groups(String name, String column) {
    return rows(name).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.get(column),
                LinkedHashMap::new,
                Collectors.toCollection(ArrayList::new)));
  }

  static double number(Map<String, String> row, String column) {
    String text = row.get(column);
    return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  static double[] numbers(String text) {
    return java.util.Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static BufferedReader open(String path) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(Csv.class.getResourceAsStream(path), path),
            StandardCharsets.UTF_8));
  }

  private static Map<String, String> row(String[] header, String line) {
    String[] fields = line.split(",", -1);
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      row.put(header[i], fields[i]);
    }
    return row;
  }
}
