package io.github.evenlot.jdbc;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.port.Fence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds that {@code docs/reference/database.md} is true. */
class DatabaseDocumentTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  /** A query (group 1) and the table below it (group 2). */
  private static final Pattern QUERY =
      Pattern.compile("```sql\n(SELECT [^`]*)```\n\n((?:\\|[^\n]*\n)+)");

  private static final Pattern GRANTS = Pattern.compile("```sql\n(CREATE ROLE [^`]*)```\n");

  private final DataSource database = POSTGRES.migratedDatabase();
  private final DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
  private final String page;

  DatabaseDocumentTest() throws IOException {
    page = Files.readString(Path.of("../docs/reference/database.md"));
  }

  @BeforeEach
  void storeTheExample() {
    CheckoutExample.store(EvenlotJdbc.on(database));
  }

  @Test
  void eachQueryGivesTheTableBelowIt() {
    List<MatchResult> queries = QUERY.matcher(page).results().toList();
    assertThat(queries).hasSize(8);
    for (MatchResult query : queries) {
      assertThat(markdown(sql.fetch(query.group(1)))).as(query.group(1)).isEqualTo(query.group(2));
    }
  }

  @Test
  void theRightsOfTheServiceAreEnoughForAllItDoes() throws Exception {
    GRANTS.matcher(page).results().forEach(grants -> sql.execute(grants.group(1)));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      DSL.using(connection).execute("SET LOCAL ROLE evenlot_service");
      EvenlotJdbc service = EvenlotJdbc.within(connection);
      service.experiments().save(Samples.experiment());
      assertThat(service.experiments().snapshot().all()).hasSize(1);
      service.lookJournal().append(List.of(CheckoutExample.look(2)));
      assertThat(service.lookJournal().find("checkout")).hasSize(2);
      long jobEpoch = service.metricRows().nextJobEpoch(BATCH);
      assertThat(service.metricRows().removeBefore(BATCH, jobEpoch)).isPositive();
      assertThat(service.metricRows().find(BATCH, "checkout")).isEmpty();
      service.metricRows().upsert(BATCH, new Fence(jobEpoch, 0), Samples.rows(3));
      service.metricRows().upsert(BATCH, new Fence(jobEpoch, 1), Samples.rows(3));
      assertThat(service.metricRows().find(BATCH, "checkout")).hasSize(3);
    }
  }

  @Test
  void eachTableViewAndColumnIsDescribed() {
    List<String> names =
        sql.fetch(
                """
                SELECT 'evenlot.' || table_name FROM information_schema.tables
                WHERE table_schema = 'evenlot'
                UNION
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'evenlot' AND table_name <> 'flyway_schema_history'
                """)
            .into(String.class);
    assertThat(names).hasSizeGreaterThan(30);
    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static String markdown(Result<Record> result) {
    return line(Stream.of(result.fields()).map(Field::getName))
        + "|"
        + "---|".repeat(result.fields().length)
        + "\n"
        + result.stream()
            .map(row -> line(Stream.of(row.intoArray()).map(DatabaseDocumentTest::cell)))
            .collect(Collectors.joining());
  }

  private static String cell(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
