package io.github.evenlot.app.jobs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.evenlot.jdbc.EvenlotJdbc;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.util.Collection;
import java.util.List;

/** The rows in PostgreSQL, with a pool of its own: what a task of a job opens and closes. */
final class PostgresRows implements MetricRowStore, AutoCloseable {

  /** A job is restarted when its database does not answer; waiting longer only delays that. */
  private static final int CONNECTION_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final MetricRowStore rows;

  private PostgresRows(HikariDataSource pool) {
    this.pool = pool;
    this.rows = EvenlotJdbc.on(pool).metricRows();
  }

  static PostgresRows open(String jdbcUrl, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    return new PostgresRows(new HikariDataSource(config));
  }

  @Override
  public long nextJobEpoch(RowOrigin origin) {
    return rows.nextJobEpoch(origin);
  }

  @Override
  public int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> newRows) {
    return rows.upsert(origin, fence, newRows);
  }

  @Override
  public List<MetricRow> find(RowOrigin origin, String experiment) {
    return rows.find(origin, experiment);
  }

  @Override
  public int removeBefore(RowOrigin origin, long jobEpoch) {
    return rows.removeBefore(origin, jobEpoch);
  }

  @Override
  public void close() {
    pool.close();
  }
}
