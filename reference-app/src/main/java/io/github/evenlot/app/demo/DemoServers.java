package io.github.evenlot.app.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.evenlot.app.embedded.EmbeddedFlink;
import io.github.evenlot.app.embedded.LocalPostgres;
import io.github.evenlot.jdbc.EvenlotJdbc;
import io.github.evenlot.kafka.embedded.EmbeddedKafka;
import io.github.evenlot.kafka.embedded.EmbeddedKafkaOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** The broker, the database and the cluster of the demo, all on loopback; closed in one go. */
final class DemoServers implements AutoCloseable {

  /** Two cores are what the demo is made for. */
  private static final int SLOTS = 2;

  private static final int CONNECTION_MILLIS = 10_000;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final EmbeddedKafka kafka;
  private final LocalPostgres postgres;
  private final EmbeddedFlink flink;
  private final HikariDataSource pool;

  private DemoServers(DemoOptions options, Path directory) throws Exception {
    try {
      kafka =
          opened(
              EmbeddedKafka.start(
                  EmbeddedKafkaOptions.defaults()
                      .withDirectory(directory.resolve("kafka"))
                      .withPort(options.kafkaPort())));
      postgres = opened(LocalPostgres.start(directory.resolve("postgres"), options.postgresPort()));
      pool = opened(pool(postgres));
      EvenlotJdbc.migrate(pool);
      flink = opened(EmbeddedFlink.start(SLOTS, options.flinkPort()));
    } catch (Exception e) {
      closeInto(e);
      throw e;
    }
  }

  static DemoServers start(DemoOptions options, Path directory) throws Exception {
    return new DemoServers(options, directory);
  }

  private static HikariDataSource pool(LocalPostgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl());
    config.setUsername(postgres.user());
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    return new HikariDataSource(config);
  }

  /**
   * @throws IllegalStateException if one of them is no more
   */
  void requireAlive() {
    postgres.requireAlive();
    kafka
        .failure()
        .ifPresent(
            failure -> {
              throw new IllegalStateException("the Kafka broker has ended", failure);
            });
  }

  EmbeddedKafka kafka() {
    return kafka;
  }

  LocalPostgres postgres() {
    return postgres;
  }

  EmbeddedFlink flink() {
    return flink;
  }

  DataSource dataSource() {
    return pool;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    IllegalStateException failed = new IllegalStateException("the servers did not stop cleanly");
    closeInto(failed);
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private void closeInto(Exception collector) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        collector.addSuppressed(e);
      }
    }
  }
}
