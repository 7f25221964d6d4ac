package io.github.evenlot.jdbc;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.port.Fence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens between the write and the commit of someone else, step by step. */
@Timeout(60)
class WaitingTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private final DataSource database = POSTGRES.migratedDatabase();
  private final EvenlotJdbc evenlot = EvenlotJdbc.on(database);
  private Connection other;
  private EvenlotJdbc theirs;

  @BeforeEach
  void begin() throws SQLException {
    other = database.getConnection();
    other.setAutoCommit(false);
    theirs = EvenlotJdbc.within(other);
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
  }

  @Test
  void removalWaitsForAWriterThatHasBegunAndRemovesItsRowsToo() throws Exception {
    theirs.metricRows().upsert(BATCH, new Fence(1, 0), Samples.rows(3));
    CompletableFuture<Integer> removed =
        inParallel(() -> evenlot.metricRows().removeBefore(BATCH, 2));
    other.commit();
    assertThat(removed.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(evenlot.metricRows().find(BATCH, "checkout")).isEmpty();
  }

  @Test
  void aWriterThatShouldBeDeadFindsOutOnceTheRemovalIsCommitted() throws Exception {
    theirs.metricRows().removeBefore(BATCH, 2);
    CompletableFuture<Integer> written =
        inParallel(() -> evenlot.metricRows().upsert(BATCH, new Fence(1, 0), Samples.rows(3)));
    other.commit();
    assertThat(written.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(evenlot.metricRows().find(BATCH, "checkout")).isEmpty();
  }

  @Test
  void anOlderWriteThatWaitsForANewerOneDoesNotReplaceIt() throws Exception {
    theirs.metricRows().upsert(BATCH, new Fence(2, 0), Samples.rows(2));
    CompletableFuture<Integer> written =
        inParallel(() -> evenlot.metricRows().upsert(BATCH, new Fence(1, 0), Samples.rows(3)));
    other.commit();
    assertThat(written.get(30, TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void aJobMayBeginWhileAnotherWrites() {
    theirs.metricRows().upsert(BATCH, new Fence(1, 0), Samples.rows(2));
    assertThat(evenlot.metricRows().nextJobEpoch(BATCH)).isEqualTo(1);
  }

  @Test
  void theSecondAnalystIsToldOnceTheFirstHasCommitted() throws Exception {
    theirs.lookJournal().append(List.of(Samples.look(1)));
    CompletableFuture<Integer> second = inParallel(this::appendFirstLook);
    other.commit();
    assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "look 1 of experiment \"checkout\", metric \"order\", variant \"green\""
                + " has been recorded meanwhile");
    assertThat(evenlot.lookJournal().find("checkout")).hasSize(1);
  }

  @Test
  void theSecondAnalystSucceedsIfTheFirstRollsBack() throws Exception {
    theirs.lookJournal().append(List.of(Samples.look(1)));
    CompletableFuture<Integer> second = inParallel(this::appendFirstLook);
    other.rollback();
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(evenlot.lookJournal().find("checkout")).containsExactly(Samples.look(1));
  }

  @Test
  void theSecondWhoWantsASlotIsRefusedOnceTheFirstHasCommitted() throws Exception {
    theirs.experiments().save(Samples.holdingSlot("first"));
    CompletableFuture<Integer> second = inParallel(() -> save("second"));
    assertThat(evenlot.experiments().snapshot().all()).isEmpty();
    other.commit();
    assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "of experiment \"second\" overlaps slot [0, 10) of mutex group \"shop\" of experiment"
                + " \"first\"");
    assertThat(evenlot.experiments().find("second")).isEmpty();
  }

  @Test
  void theSecondWhoWantsASlotGetsItIfTheFirstRollsBack() throws Exception {
    theirs.experiments().save(Samples.holdingSlot("first"));
    CompletableFuture<Integer> second = inParallel(() -> save("second"));
    other.rollback();
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(evenlot.experiments().snapshot().all())
        .containsExactly(Samples.holdingSlot("second"));
  }

  private int save(String key) {
    evenlot.experiments().save(Samples.holdingSlot(key));
    return 1;
  }

  private int appendFirstLook() {
    evenlot.lookJournal().append(List.of(Samples.look(1)));
    return 1;
  }

  /** Begins {@code work} in another thread, and returns once it waits for a lock. */
  private CompletableFuture<Integer> inParallel(Supplier<Integer> work) {
    CompletableFuture<Integer> result = CompletableFuture.supplyAsync(work);
    while (!result.isDone() && waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThat(result).isNotDone();
    return result;
  }

  private int waiting() {
    return DSL.using(database, SQLDialect.POSTGRES)
        .fetchSingle(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
        .into(int.class);
  }
}
