package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page on Pearson's chi-squared")
class PearsonPageTest {

  static final String PAGE = "docs/explanation/pearson-and-the-two-cell-statistic.md";

  private static final JsonMapper JSON = new JsonMapper();
  private static final long UNITS = 10_000;

  /**
   * @param first conversions of ten thousand
   * @param second conversions of ten thousand
   * @param numbers rate, two-cell statistic and its p-value, Pearson's and its p-value
   */
  private record Row(long first, long second, List<String> numbers) {

    static Row of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      String[] conversions = cells.get(1).replace(",", "").split(" and ");
      return new Row(
          Long.parseLong(conversions[0]), Long.parseLong(conversions[1]), cells.subList(2, 7));
    }
  }

  @Test
  @DisplayName("has a table that the commands make")
  void table() {
    List<Row> rows = rows();
    assertThat(rows).hasSize(3);
    for (Row row : rows) {
      JsonNode pearson = answer("test", pearson(row));
      JsonNode twoCells = answer("srm", twoCells(row));
      assertThat(row.numbers)
          .containsExactly(
              "%.3f".formatted((row.first + row.second) / 2.0 / UNITS),
              "%.3f".formatted(twoCells.path("statistic").asDouble()),
              "%.4f".formatted(twoCells.path("p_value").asDouble()),
              "%.3f".formatted(pearson.path("statistic").asDouble()),
              "%.4f".formatted(pearson.path("p_value").asDouble()));
    }
  }

  @Test
  @DisplayName("has the relation right")
  void relation() {
    for (Row row : rows()) {
      double pearson = answer("test", pearson(row)).path("statistic").asDouble();
      double twoCells = answer("srm", twoCells(row)).path("statistic").asDouble();
      double rate = (row.first + row.second) / 2.0 / UNITS;
      assertThat(twoCells / (1 - rate)).isCloseTo(pearson, within(1e-13 * pearson));
    }
  }

  private static List<Row> rows() {
    return Documentation.page(PAGE)
        .lines()
        .filter(line -> line.matches("\\| [0-9,]+ and [0-9,]+ \\|.*"))
        .map(Row::of)
        .toList();
  }

  private static String pearson(Row row) {
    return "{\"method\": \"pearson\", \"arms\": [{\"n\": %d, \"sum\": %d}, {\"n\": %d, \"sum\": %d}]}"
        .formatted(UNITS, row.first, UNITS, row.second);
  }

  private static String twoCells(Row row) {
    return "{\"counts\": [%d, %d], \"weights\": [1, 1]}".formatted(row.first, row.second);
  }

  private static JsonNode answer(String command, String question) {
    try {
      return JSON.readTree(Evenlot.run(question, command).line());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
