package io.github.evenlot.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A PostgreSQL server that all tests share, with a new database for each that asks for one. */
final class TestPostgres implements BeforeAllCallback {

  private Server server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Server.class, any -> Server.start(), Server.class);
  }

  /** A database with nothing in it. */
  DataSource emptyDatabase() {
    return server.newDatabase("template1");
  }

  /** A database with the schema as it is now. */
  DataSource migratedDatabase() {
    return server.newDatabase("migrated");
  }

  int port() {
    return server.postgres.getPort();
  }

  /** Stopped by JUnit once the last test has run. */
  private static final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private int databases;

    private Server(EmbeddedPostgres postgres) {
      this.postgres = postgres;
    }

    static Server start() {
      try {
        Server server =
            new Server(
                EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start());
        server.execute("CREATE DATABASE migrated");
        EvenlotJdbc.migrate(server.postgres.getDatabase("postgres", "migrated"));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not start", e);
      }
    }

    synchronized DataSource newDatabase(String template) {
      databases++;
      String name = "test" + databases;
      execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
      return postgres.getDatabase("postgres", name);
    }

    private void execute(String sql) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql + " failed", e);
      }
    }

    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }
}
