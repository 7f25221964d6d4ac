package io.github.evenlot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import io.github.evenlot.port.RowOrigin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class FailureTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  @Test
  void aDatabaseThatIsDownIsNamedWithWhatFailed() throws IOException {
    int port = closedPort();
    EvenlotJdbc evenlot = EvenlotJdbc.on(dataSource(port));
    assertThatThrownBy(() -> evenlot.experiments().save(Samples.experiment()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll(
            "saving experiment \"checkout\" failed", "127.0.0.1:" + port, "refused")
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    assertThatThrownBy(() -> EvenlotJdbc.migrate(dataSource(port)))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll("migrating the schema", "refused");
  }

  @Test
  void aSchemaThatIsMissingIsSaidToBe() {
    EvenlotJdbc evenlot = EvenlotJdbc.on(POSTGRES.emptyDatabase());
    assertThatThrownBy(() -> evenlot.metricRows().nextJobEpoch(RowOrigin.BATCH))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll("issuing a job epoch of origin BATCH", "EvenlotJdbc.migrate");
  }

  @Test
  void aConnectionThatIsLostIsAnException() throws SQLException {
    DataSource database = POSTGRES.migratedDatabase();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int backend = DSL.using(connection).fetchSingle("SELECT pg_backend_pid()").into(int.class);
      DSL.using(database, SQLDialect.POSTGRES)
          .execute("SELECT pg_terminate_backend(?, 10000)", backend);
      assertThatThrownBy(() -> EvenlotJdbc.within(connection).lookJournal().find("checkout"))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("reading the looks of experiment \"checkout\" failed");
    }
  }

  @Test
  void aDocumentThatIsNotAnExperimentIsNamed() {
    DataSource database = POSTGRES.migratedDatabase();
    DSL.using(database, SQLDialect.POSTGRES)
        .execute(
            """
            INSERT INTO evenlot.experiment VALUES ('odd', '{"key": "odd", "v": 99}')
            """);
    assertThatThrownBy(() -> EvenlotJdbc.on(database).experiments().snapshot())
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll("experiment \"odd\"", "99");
  }

  @Test
  void textThatPostgresDoesNotStoreIsRefusedAndNamed() {
    EvenlotJdbc evenlot = EvenlotJdbc.on(POSTGRES.migratedDatabase());
    Experiment experiment =
        Experiment.builder("checkout")
            .variant(new Variant("a", "\u0000", Map.of()), Weight.ofPercent("a", 100))
            .build();
    assertThatThrownBy(() -> evenlot.experiments().save(experiment))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContainingAll("saving experiment \"checkout\" failed", "\\u0000");
    assertThat(evenlot.experiments().snapshot().all()).isEmpty();
  }

  private static PGSimpleDataSource dataSource(int port) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {port});
    return dataSource;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
