package io.github.evenlot.jdbc;

import static io.github.evenlot.jdbc.jooq.Tables.EXPERIMENT;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.port.ExperimentRepository;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;

/** The table {@code experiment}. */
final class JdbcExperimentRepository implements ExperimentRepository {

  private final Database database;

  JdbcExperimentRepository(Database database) {
    this.database = database;
  }

  @Override
  public void save(Experiment experiment) {
    JSONB document = ExperimentJson.write(experiment);
    database.run(
        "saving experiment \"%s\"".formatted(experiment.key()),
        sql -> {
          lock(sql);
          others(sql, experiment.key()).with(experiment);
          return insert(sql, experiment.key(), document);
        });
  }

  /**
   * Until the transaction ends others may read, but not save. What is read after that is what is
   * there, unless the transaction shows an older state to its end.
   */
  private static void lock(DSLContext sql) {
    int isolation = sql.connectionResult(Connection::getTransactionIsolation);
    if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
      throw new IllegalStateException(
          "experiments are saved at the isolation level READ COMMITTED; at a higher one, what"
              + " others have saved since the transaction began could not be seen");
    }
    sql.execute("LOCK TABLE {0} IN SHARE ROW EXCLUSIVE MODE", EXPERIMENT);
  }

  private static Experiments others(DSLContext sql, String key) {
    return Experiments.of(
        sql.select(EXPERIMENT.KEY, EXPERIMENT.DOCUMENT)
            .from(EXPERIMENT)
            .where(EXPERIMENT.KEY.ne(key))
            .orderBy(EXPERIMENT.KEY)
            .fetch(JdbcExperimentRepository::experiment));
  }

  private static int insert(DSLContext sql, String key, JSONB document) {
    return sql.insertInto(EXPERIMENT, EXPERIMENT.KEY, EXPERIMENT.DOCUMENT)
        .values(key, document)
        .onConflict(EXPERIMENT.KEY)
        .doUpdate()
        .set(EXPERIMENT.DOCUMENT, document)
        .execute();
  }

  @Override
  public Optional<Experiment> find(String key) {
    return database.run(
        "reading experiment \"%s\"".formatted(key),
        sql ->
            sql.select(EXPERIMENT.KEY, EXPERIMENT.DOCUMENT)
                .from(EXPERIMENT)
                .where(EXPERIMENT.KEY.eq(key))
                .fetchOptional(JdbcExperimentRepository::experiment));
  }

  @Override
  public Experiments snapshot() {
    List<Experiment> all =
        database.run(
            "reading the experiments",
            sql ->
                sql.select(EXPERIMENT.KEY, EXPERIMENT.DOCUMENT)
                    .from(EXPERIMENT)
                    .fetch(JdbcExperimentRepository::experiment));
    all.sort(Comparator.comparing(Experiment::key));
    return Experiments.of(all);
  }

  private static Experiment experiment(Record2<String, JSONB> row) {
    return ExperimentJson.read(row.value1(), row.value2());
  }
}
