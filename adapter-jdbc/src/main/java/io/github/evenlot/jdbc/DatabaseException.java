package io.github.evenlot.jdbc;

import java.io.Serial;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached or refused. Nothing of what was asked for has been done; within
 * a caller's transaction the caller has to roll back.
 *
 * <p>The cause is the {@link SQLException}, if there was one: its state tells what may be tried
 * again.
 */
public final class DatabaseException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private static final String UNDEFINED_TABLE = "42P01";

  DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * @param what what was being done, as "saving experiment "checkout""
   */
  static DatabaseException of(String what, RuntimeException failure) {
    SQLException sql = sqlException(failure);
    if (sql == null) {
      return new DatabaseException("%s failed: %s".formatted(what, failure.getMessage()), failure);
    }
    String hint =
        UNDEFINED_TABLE.equals(sql.getSQLState()) ? "; has EvenlotJdbc.migrate been called?" : "";
    return new DatabaseException("%s failed: %s%s".formatted(what, sql.getMessage(), hint), sql);
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
