package io.github.evenlot.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.kafka.DeadLetter;
import io.github.evenlot.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The third opinion: the bytes of the topics in a plain table, counted by SQL that shares nothing
 * with the jobs.
 */
final class RawFacts {

  private final DemoServers servers;

  private RawFacts(DemoServers servers) {
    this.servers = servers;
  }

  static RawFacts in(DemoServers servers) {
    return new RawFacts(servers);
  }

  static Map<String, Object> client(DemoServers servers) {
    return Map.of("bootstrap.servers", servers.kafka().bootstrapServers());
  }

  /** Every row that SQL makes of the raw bytes, as text. */
  SortedSet<String> countedBySql() throws SQLException {
    execute("CREATE TABLE raw_fact (topic text, value text)");
    load(Topics.defaults().exposures());
    load(Topics.defaults().events());
    List<String> statements = List.of(resource("third-opinion.sql").split(";"));
    for (String statement : statements.subList(0, statements.size() - 1)) {
      execute(statement);
    }
    return query(statements.get(statements.size() - 1));
  }

  /** Every row that the streaming job wrote, as text. */
  static SortedSet<String> countedByStream(DemoServers servers) throws SQLException {
    return new RawFacts(servers)
        .query(
            """
            SELECT experiment, epoch, variant, metric, exposure_day, event_day, n,
                   sum_y::bigint, sum_yy::bigint
            FROM evenlot.metric_row
            WHERE origin = 'STREAM' AND NOT (n = 0 AND sum_y = 0 AND sum_yy = 0)
            """);
  }

  /** The reasons of all dead letters. */
  List<String> deadLetters() {
    List<String> reasons = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : records(Topics.defaults().deadLetters())) {
      reasons.add(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8));
    }
    return reasons;
  }

  private void load(String topic) throws SQLException {
    try (Connection connection = servers.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO raw_fact VALUES (?, ?)")) {
      for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
        insert.setString(1, topic);
        insert.setString(2, new String(record.value(), UTF_8));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            client(servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = servers.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private SortedSet<String> query(String sql) throws SQLException {
    SortedSet<String> rows = new TreeSet<>();
    try (Connection connection = servers.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          columns.add(result.getString(column));
        }
        rows.add(String.join(" | ", columns));
      }
    }
    return rows;
  }

  private static String resource(String name) {
    try (var stream = Objects.requireNonNull(RawFacts.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
