package io.github.evenlot.jdbc;

import static io.github.evenlot.jdbc.jooq.Tables.JOB_EPOCH;
import static io.github.evenlot.jdbc.jooq.Tables.METRIC_ROW;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;

/** The tables {@code metric_row} and {@code job_epoch}. */
final class JdbcMetricRowStore implements MetricRowStore {

  private final Database database;

  JdbcMetricRowStore(Database database) {
    this.database = database;
  }

  @Override
  public long nextJobEpoch(RowOrigin origin) {
    return database.run(
        "issuing a job epoch of origin " + origin,
        sql ->
            sql.update(JOB_EPOCH)
                .set(JOB_EPOCH.LAST_ISSUED, JOB_EPOCH.LAST_ISSUED.plus(1))
                .where(JOB_EPOCH.ORIGIN.eq(origin.name()))
                .returningResult(JOB_EPOCH.LAST_ISSUED)
                .fetchSingle(JOB_EPOCH.LAST_ISSUED));
  }

  @Override
  public int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> rows) {
    // Sorted, so that writers at the same time lock rows in the same order: none waits for a
    // writer that waits for it.
    List<MetricRow> sorted = new ArrayList<>();
    MetricRows.byKey(rows).forEach((key, increment) -> sorted.add(new MetricRow(key, increment)));
    if (sorted.isEmpty()) {
      return 0;
    }
    return database.run(
        "writing %d rows of origin %s".formatted(sorted.size(), origin),
        sql -> isValid(sql, origin, fence) ? MetricRowUpsert.run(sql, origin, fence, sorted) : 0);
  }

  /** Also keeps {@link #removeBefore} waiting until the rows are there for it to see. */
  private static boolean isValid(DSLContext sql, RowOrigin origin, Fence fence) {
    long lowest =
        sql.select(JOB_EPOCH.LOWEST_VALID)
            .from(JOB_EPOCH)
            .where(JOB_EPOCH.ORIGIN.eq(origin.name()))
            .forKeyShare()
            .fetchSingle(JOB_EPOCH.LOWEST_VALID);
    return fence.jobEpoch() >= lowest;
  }

  @Override
  public List<MetricRow> find(RowOrigin origin, String experiment) {
    List<MetricRow> rows =
        database.run(
            "reading the rows of experiment \"%s\", origin %s".formatted(experiment, origin),
            sql ->
                sql.selectFrom(METRIC_ROW)
                    .where(METRIC_ROW.ORIGIN.eq(origin.name()))
                    .and(METRIC_ROW.EXPERIMENT.eq(experiment))
                    .fetch(MetricRowColumns::row));
    rows.sort(Comparator.comparing(MetricRow::key));
    return rows;
  }

  @Override
  public int removeBefore(RowOrigin origin, long jobEpoch) {
    return database.run(
        "removing the rows of origin %s before job %d".formatted(origin, jobEpoch),
        sql -> {
          invalidateBefore(sql, origin, jobEpoch);
          return sql.deleteFrom(METRIC_ROW)
              .where(METRIC_ROW.ORIGIN.eq(origin.name()))
              .and(METRIC_ROW.JOB_EPOCH.lt(jobEpoch))
              .execute();
        });
  }

  /** Waits for the writers that have begun; those that begin later see the new bound. */
  private static void invalidateBefore(DSLContext sql, RowOrigin origin, long jobEpoch) {
    sql.select(JOB_EPOCH.ORIGIN)
        .from(JOB_EPOCH)
        .where(JOB_EPOCH.ORIGIN.eq(origin.name()))
        .forUpdate()
        .execute();
    sql.update(JOB_EPOCH)
        .set(JOB_EPOCH.LOWEST_VALID, jobEpoch)
        .where(JOB_EPOCH.ORIGIN.eq(origin.name()))
        .and(JOB_EPOCH.LOWEST_VALID.lt(jobEpoch))
        .execute();
  }
}
