package io.github.evenlot.jdbc;

import io.github.evenlot.port.ExperimentRepository;
import io.github.evenlot.port.LookJournal;
import io.github.evenlot.port.MetricRowStore;
import java.sql.Connection;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The ports of Evenlot on PostgreSQL (tested with 18), in the schema {@code evenlot}. Its tables
 * are described in {@code docs/reference/database.md}.
 *
 * <p>Whatever fails in the database is a {@link DatabaseException}. Transactions are meant to run
 * at PostgreSQL's default level, READ COMMITTED; at a higher one, what happens at the same time may
 * fail with state 40001 and has to be tried again; experiments are not saved at a higher one.
 */
public final class EvenlotJdbc {

  private final Database database;

  private EvenlotJdbc(Database database) {
    this.database = database;
  }

  /**
   * The ports on a pool, which stays the caller's to close. Each call is a transaction of its own.
   * Safe under any number of threads.
   */
  public static EvenlotJdbc on(DataSource dataSource) {
    return new EvenlotJdbc(Database.on(Objects.requireNonNull(dataSource, "dataSource")));
  }

  /**
   * The ports within a transaction that the caller has begun and will commit or roll back, so that
   * what they write happens together with the caller's own statements or not at all. After an
   * exception it has to be rolled back. As safe for several threads as the connection is: not.
   *
   * @param connection with auto-commit off; each call throws {@link IllegalStateException}
   *     otherwise
   */
  public static EvenlotJdbc within(Connection connection) {
    return new EvenlotJdbc(Database.within(Objects.requireNonNull(connection, "connection")));
  }

  /**
   * Creates the schema {@code evenlot}, or brings it up to date. Its history is kept inside the
   * schema, so migrations of the caller's own are not touched. May be called at every start, and by
   * several processes at once.
   *
   * @param dataSource connections of a user who may create schemas, or who owns {@code evenlot}
   * @return how many scripts were run; 0 if the schema was up to date
   * @throws DatabaseException if a script fails, whose work is then undone
   */
  public static int migrate(DataSource dataSource) {
    return Migration.run(Objects.requireNonNull(dataSource, "dataSource"));
  }

  public ExperimentRepository experiments() {
    return new JdbcExperimentRepository(database);
  }

  public MetricRowStore metricRows() {
    return new JdbcMetricRowStore(database);
  }

  public LookJournal lookJournal() {
    return new JdbcLookJournal(database);
  }
}
