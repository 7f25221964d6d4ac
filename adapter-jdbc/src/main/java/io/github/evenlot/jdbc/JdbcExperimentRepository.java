package io.github.evenlot.jdbc;

import static io.github.evenlot.jdbc.jooq.Tables.EXPERIMENT;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.port.ExperimentRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        sql ->
            sql.insertInto(EXPERIMENT, EXPERIMENT.KEY, EXPERIMENT.DOCUMENT)
                .values(experiment.key(), document)
                .onConflict(EXPERIMENT.KEY)
                .doUpdate()
                .set(EXPERIMENT.DOCUMENT, document)
                .execute());
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
