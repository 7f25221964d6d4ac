package io.github.evenlot.app.jobs;

import io.github.evenlot.kafka.Topics;
import java.util.Objects;

/**
 * Where a job reads and writes.
 *
 * @param bootstrapServers the broker
 * @param topics where the facts are
 * @param group the consumer group under which the stream commits how far it is
 * @param jdbcUrl the database
 * @param user the database's user
 */
public record JobSettings(
    String bootstrapServers, Topics topics, String group, String jdbcUrl, String user) {

  public JobSettings {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    Objects.requireNonNull(user, "user");
  }
}
