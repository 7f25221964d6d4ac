package io.github.evenlot.jdbc;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static io.github.evenlot.port.RowOrigin.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.statistics.ExactMoments;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private final DataSource database = POSTGRES.migratedDatabase();
  private final EvenlotJdbc evenlot = EvenlotJdbc.on(database);

  @Test
  void rollbackOfTheCallerTakesEverythingBack() throws SQLException {
    try (Connection connection = begin()) {
      writeOneOfEach(EvenlotJdbc.within(connection));
      connection.rollback();
    }
    assertThat(evenlot.experiments().snapshot().all()).isEmpty();
    assertThat(evenlot.metricRows().find(STREAM, "checkout")).isEmpty();
    assertThat(evenlot.lookJournal().find("checkout")).isEmpty();
    assertThat(evenlot.metricRows().nextJobEpoch(STREAM)).isEqualTo(1);
  }

  @Test
  void nothingIsSeenByOthersBeforeTheCallerCommits() throws SQLException {
    try (Connection connection = begin()) {
      writeOneOfEach(EvenlotJdbc.within(connection));
      assertThat(EvenlotJdbc.within(connection).lookJournal().find("checkout")).hasSize(1);
      assertThat(evenlot.experiments().snapshot().all()).isEmpty();
      connection.commit();
    }
    assertThat(evenlot.experiments().snapshot().all()).hasSize(1);
    assertThat(evenlot.metricRows().find(STREAM, "checkout")).hasSize(3);
    assertThat(evenlot.lookJournal().find("checkout")).hasSize(1);
  }

  @Test
  void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
    try (Connection connection = database.getConnection()) {
      EvenlotJdbc within = EvenlotJdbc.within(connection);
      assertThatThrownBy(() -> within.experiments().save(Samples.experiment()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("setAutoCommit(false)");
    }
    assertThat(evenlot.experiments().snapshot().all()).isEmpty();
  }

  @Test
  void experimentsAreNotSavedWhereOthersCouldNotBeSeen() throws SQLException {
    for (int level :
        List.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE)) {
      try (Connection connection = begin()) {
        connection.setTransactionIsolation(level);
        EvenlotJdbc within = EvenlotJdbc.within(connection);
        assertThatThrownBy(() -> within.experiments().save(Samples.experiment()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("experiments are saved at the isolation level READ COMMITTED");
      }
    }
    assertThat(evenlot.experiments().snapshot().all()).isEmpty();
  }

  @Test
  void aRowThatIsRefusedTakesTheWholeWriteBack() {
    List<MetricRow> rows = new ArrayList<>(Samples.rows(5_000));
    // NUL, which PostgreSQL does not store, sorts behind all others here.
    rows.add(Samples.row("green\u0000", 0, ExactMoments.ZERO));
    MetricRowStore store = evenlot.metricRows();
    assertThatThrownBy(() -> store.upsert(STREAM, new Fence(1, 0), rows))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("writing 5001 rows of origin STREAM failed");
    assertThat(store.find(STREAM, "checkout")).isEmpty();
  }

  @Test
  void connectionsGoBackToThePoolWhateverHappens() throws SQLException {
    try (HikariDataSource pool = poolOfOne()) {
      EvenlotJdbc pooled = EvenlotJdbc.on(pool);
      writeOneOfEach(pooled);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> pooled.lookJournal().append(List.of(Samples.look(9))))
            .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                () -> pooled.metricRows().upsert(BATCH, new Fence(1, 0), List.of(unstorable())))
            .isInstanceOf(DatabaseException.class);
        assertThat(pooled.metricRows().find(STREAM, "checkout")).hasSize(3);
      }
      assertThat(pool.isClosed()).isFalse();
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.getAutoCommit()).isTrue();
      }
    }
  }

  private static void writeOneOfEach(EvenlotJdbc evenlot) {
    evenlot.experiments().save(Samples.experiment());
    long jobEpoch = evenlot.metricRows().nextJobEpoch(STREAM);
    evenlot.metricRows().upsert(STREAM, new Fence(jobEpoch, 0), Samples.rows(3));
    evenlot.lookJournal().append(List.of(Samples.look(1)));
  }

  private static MetricRow unstorable() {
    return Samples.row("\u0000", 0, ExactMoments.ZERO);
  }

  private Connection begin() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private HikariDataSource poolOfOne() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(5_000);
    return new HikariDataSource(config);
  }
}
