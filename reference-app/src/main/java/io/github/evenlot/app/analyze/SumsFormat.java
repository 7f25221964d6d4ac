package io.github.evenlot.app.analyze;

import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Any experiment: a line for each arm with its units, the sum of the metric and the sum of its
 * squares, as a query gives them. Without squares every value is 0 or 1.
 */
final class SumsFormat implements ArchiveFormat {

  private static final String METRIC = "metric";
  private static final String SQUARES = "sum_of_squares";
  private static final String WEIGHT = "weight";

  @Override
  public List<String> columns() {
    return List.of("experiment", "variant", "n", "sum");
  }

  @Override
  public StudyKey key(Row row) {
    return StudyKey.of(
        row.peek("experiment"), row.header().contains(METRIC) ? row.peek(METRIC) : "");
  }

  @Override
  public Study study(StudyKey key, List<Row> rows) {
    if (rows.size() < 2) {
      throw rows.get(0).wrong("experiment \"%s\" has one arm".formatted(key.experiment()));
    }
    Row.requireDistinct(rows, "variant", key);
    boolean conversions = rows.stream().noneMatch(row -> row.optional(SQUARES).isPresent());
    List<Moments> moments = rows.stream().map(row -> moments(row, conversions)).toList();
    return new Study(
        key,
        Optional.empty(),
        conversions,
        rows.stream().map(SumsFormat::arm).toList(),
        rows.stream().map(SumsFormat::weight).toList(),
        true,
        List.of(new Checkpoint(0, moments.stream().map(Moments::n).toList(), moments)));
  }

  private static Arm arm(Row row) {
    return new Arm(row.text("variant"), row.text("variant"));
  }

  private static Moments moments(Row row, boolean conversions) {
    long n = row.count("n");
    try {
      return Moments.of(
          conversions
              ? DecimalSums.ofConversions(n, row.count("sum"))
              : DecimalSums.of(n, row.decimal("sum"), row.decimal(SQUARES)));
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      throw why.startsWith(row.place()) ? e : row.wrong(why);
    }
  }

  /** Equal shares unless the file says something else. */
  private static BigDecimal weight(Row row) {
    BigDecimal weight = row.optional(WEIGHT).orElse(BigDecimal.ONE);
    if (weight.signum() <= 0) {
      throw row.wrong("%s %s is not above 0".formatted(WEIGHT, weight));
    }
    return weight;
  }
}
