package io.github.evenlot.jdbc;

import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Runs work in a transaction: one of its own, or the one that the caller has begun. */
final class Database {

  /** Logging by jOOQ renders every statement once more with its thousands of values. */
  private static final Settings SETTINGS = new Settings().withExecuteLogging(false);

  private final DSLContext context;
  private final boolean callersTransaction;

  private Database(DSLContext context, boolean callersTransaction) {
    this.context = context;
    this.callersTransaction = callersTransaction;
  }

  static Database on(DataSource dataSource) {
    return new Database(DSL.using(dataSource, SQLDialect.POSTGRES, SETTINGS), false);
  }

  static Database within(Connection connection) {
    return new Database(DSL.using(connection, SQLDialect.POSTGRES, SETTINGS), true);
  }

  /**
   * @param what what the work does, for the message if it fails
   */
  <T> T run(String what, Function<DSLContext, T> work) {
    try {
      return callersTransaction
          ? work.apply(requireTransaction())
          : context.transactionResult(transaction -> work.apply(transaction.dsl()));
    } catch (DataAccessException e) {
      throw DatabaseException.of(what, e);
    }
  }

  private DSLContext requireTransaction() {
    if (context.connectionResult(Connection::getAutoCommit)) {
      throw new IllegalStateException(
          "the connection commits each statement by itself; call setAutoCommit(false) first");
    }
    return context;
  }
}
