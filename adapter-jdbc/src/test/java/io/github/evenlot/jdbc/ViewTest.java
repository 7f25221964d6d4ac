package io.github.evenlot.jdbc;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static io.github.evenlot.port.RowOrigin.STREAM;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sums of the views are those that {@link MetricRows} finds in the same rows. */
class ViewTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private static final int DAYS = 12;

  private record Plain(long n, BigDecimal sum, BigDecimal sumOfSquares) {

    static Plain of(ExactMoments moments) {
      return new Plain(moments.n(), moments.sumY(), moments.sumYy());
    }
  }

  private final DataSource database = POSTGRES.migratedDatabase();

  @Test
  void asOfEachDayTheViewHasTheMomentsOfAllRowsUpToIt() {
    List<MetricRow> rows = randomRows();
    EvenlotJdbc.on(database).metricRows().upsert(BATCH, new Fence(1, 0), rows);
    EvenlotJdbc.on(database).metricRows().upsert(STREAM, new Fence(1, 0), rows.subList(0, 5));
    for (int day = 0; day < DAYS; day++) {
      LocalDate asOf = Samples.DAY.plusDays(day);
      assertThat(asOf(asOf)).isEqualTo(expected(rows, asOf));
    }
  }

  private static Map<String, Plain> expected(List<MetricRow> rows, LocalDate asOf) {
    return MetricRows.asOf(rows, "revenue", asOf).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> Plain.of(entry.getValue())));
  }

  private Map<String, Plain> asOf(LocalDate day) {
    Map<String, Plain> found = new TreeMap<>();
    DSL.using(database, SQLDialect.POSTGRES)
        .fetch(
            """
            SELECT DISTINCT ON (variant) variant, n, sum, sum_of_squares
            FROM evenlot.metric_as_of
            WHERE origin = 'BATCH' AND experiment = 'checkout' AND metric = 'revenue' AND day <= ?
            ORDER BY variant, day DESC
            """,
            day)
        .forEach(
            row ->
                found.put(
                    row.get("variant", String.class),
                    new Plain(
                        row.get("n", Long.class),
                        row.get("sum", BigDecimal.class),
                        row.get("sum_of_squares", BigDecimal.class))));
    return found;
  }

  private static List<MetricRow> randomRows() {
    Random random = new Random(7);
    List<MetricRow> rows = new ArrayList<>();
    for (int epoch = 1; epoch <= 2; epoch++) {
      for (String variant : List.of("control", "green")) {
        for (int exposed = 0; exposed < DAYS; exposed += 3) {
          for (int day = exposed; day < DAYS; day += 1 + random.nextInt(3)) {
            rows.add(randomRow(random, epoch, variant, exposed, day));
          }
        }
      }
    }
    return rows;
  }

  private static MetricRow randomRow(
      Random random, int epoch, String variant, int exposed, int day) {
    ExactMoments unit = ExactMoments.ofUnit(random.nextLong() / 2, random.nextInt(), 1);
    RowKey key =
        new RowKey(
            "checkout",
            epoch,
            variant,
            "revenue",
            Samples.DAY.plusDays(exposed),
            Samples.DAY.plusDays(day));
    return new MetricRow(key, random.nextBoolean() ? unit : ExactMoments.ZERO.minus(unit));
  }
}
