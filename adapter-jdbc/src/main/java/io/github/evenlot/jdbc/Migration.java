package io.github.evenlot.jdbc;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema {@code evenlot} up to date. */
final class Migration {

  static final String SCHEMA = "evenlot";

  private Migration() {}

  /**
   * Runs the scripts that have not been run.
   *
   * @return how many scripts were run
   */
  static int run(DataSource dataSource) {
    // The loader of this class, for that of the thread may not see the scripts.
    Flyway flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(dataSource)
            .schemas(SCHEMA)
            .locations("classpath:io/github/evenlot/jdbc/migration")
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .load();
    try {
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw DatabaseException.of("migrating the schema \"%s\"".formatted(SCHEMA), e);
    }
  }
}
