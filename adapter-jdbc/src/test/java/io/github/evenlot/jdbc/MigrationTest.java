package io.github.evenlot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private static final int SCRIPTS = 1;

  private final DataSource database = POSTGRES.emptyDatabase();

  @Test
  void runsEachScriptOnce() {
    assertThat(EvenlotJdbc.migrate(database)).isEqualTo(SCRIPTS);
    EvenlotJdbc.on(database).experiments().save(Samples.experiment());
    assertThat(EvenlotJdbc.migrate(database)).isZero();
    assertThat(EvenlotJdbc.on(database).experiments().find("checkout")).isPresent();
  }

  @Test
  void severalProcessesMayMigrateAtOnce() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> migrate = () -> EvenlotJdbc.migrate(database);
      int scripts = 0;
      for (Future<Integer> done : processes.invokeAll(Collections.nCopies(4, migrate))) {
        scripts += done.get(60, TimeUnit.SECONDS);
      }
      assertThat(scripts).isEqualTo(SCRIPTS);
    } finally {
      processes.shutdownNow();
    }
  }

  @Test
  void leavesTheHistoryOfOtherMigrationsAlone(@TempDir Path scripts) throws Exception {
    Files.writeString(scripts.resolve("V1__theirs.sql"), "CREATE TABLE experiment (theirs int);");
    Flyway theirs =
        Flyway.configure().dataSource(database).locations("filesystem:" + scripts).load();
    theirs.migrate();
    assertThat(EvenlotJdbc.migrate(database)).isEqualTo(SCRIPTS);
    theirs.validate();
    Files.writeString(scripts.resolve("V2__theirs.sql"), "ALTER TABLE experiment ADD more int;");
    assertThat(theirs.migrate().migrationsExecuted).isEqualTo(1);
    EvenlotJdbc.on(database).experiments().save(Samples.experiment());
  }

  @Test
  void refusesASchemaThatIsSomeoneElses() {
    sql("CREATE SCHEMA evenlot");
    sql("CREATE TABLE evenlot.theirs (id int)");
    assertThatThrownBy(() -> EvenlotJdbc.migrate(database))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll("migrating the schema \"evenlot\" failed", "non-empty schema");
  }

  @Test
  void everythingHasAComment() {
    EvenlotJdbc.migrate(database);
    List<String> uncommented =
        DSL.using(database, SQLDialect.POSTGRES)
            .fetch(
                """
                SELECT c.relname || coalesce('.' || a.attname, '')
                FROM pg_class c
                LEFT JOIN pg_attribute a
                  ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'evenlot'::regnamespace
                  AND c.relkind IN ('r', 'v')
                  AND c.relname <> 'flyway_schema_history'
                  AND (col_description(c.oid, a.attnum) IS NULL
                    OR obj_description(c.oid, 'pg_class') IS NULL)
                """)
            .into(String.class);
    assertThat(uncommented).isEmpty();
  }

  private void sql(String statement) {
    DSL.using(database, SQLDialect.POSTGRES).execute(statement);
  }
}
