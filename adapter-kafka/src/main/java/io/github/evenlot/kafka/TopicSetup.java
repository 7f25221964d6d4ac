package io.github.evenlot.kafka;

import static org.apache.kafka.common.config.ConfigResource.Type.TOPIC;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics, with the settings by which nothing is lost, and checks those that are there.
 *
 * @param topics their names
 * @param partitions of exposures and events; the others have one. Empty for the broker's default
 * @param replicationFactor of all; empty for the broker's default
 */
public record TopicSetup(
    Topics topics, Optional<Integer> partitions, Optional<Short> replicationFactor) {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  /** With the broker's defaults. */
  public static TopicSetup of(Topics topics) {
    return new TopicSetup(topics, Optional.empty(), Optional.empty());
  }

  /** With so many partitions of exposures and events; so many tasks can read them at once. */
  public TopicSetup withPartitions(int newPartitions) {
    return new TopicSetup(topics, Optional.of(newPartitions), replicationFactor);
  }

  /** With each record on so many brokers. */
  public TopicSetup withReplicationFactor(int newFactor) {
    return new TopicSetup(topics, partitions, Optional.of((short) newFactor));
  }

  /**
   * Makes the topics that are missing, checks the others, and returns when all are there. Changes
   * none that exists. Several processes may do so at once.
   *
   * @throws IllegalStateException if an existing topic would lose data, naming each such setting;
   *     or if Kafka can't be reached or refuses
   */
  public void ensure(Admin admin) {
    long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
    while (!allThere(admin)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "Kafka does not show the topics %s after %s".formatted(topics, TIME_LIMIT));
      }
    }
  }

  /** One step towards it. A topic just made is shown by the brokers a little later. */
  private boolean allThere(Admin admin) {
    Set<String> existing = await(admin.listTopics().names());
    List<TopicSpec> missing = specs().filter(spec -> !existing.contains(spec.name())).toList();
    List<TopicSpec> others = specs().filter(spec -> existing.contains(spec.name())).toList();
    boolean checked = succeeds(() -> check(admin, others), UnknownTopicOrPartitionException.class);
    missing.forEach(spec -> succeeds(() -> create(admin, spec), TopicExistsException.class));
    return checked && missing.isEmpty();
  }

  private Stream<TopicSpec> specs() {
    return Stream.of(
        TopicSpec.facts(topics.exposures(), partitions),
        TopicSpec.facts(topics.events(), partitions),
        TopicSpec.experiments(topics.experiments()),
        TopicSpec.deadLetters(topics.deadLetters()));
  }

  private static void check(Admin admin, List<TopicSpec> specs) {
    List<ConfigResource> resources =
        specs.stream().map(spec -> new ConfigResource(TOPIC, spec.name())).toList();
    Map<ConfigResource, Config> configs = await(admin.describeConfigs(resources).all());
    List<String> problems =
        specs.stream()
            .flatMap(spec -> spec.problems(configs.get(new ConfigResource(TOPIC, spec.name()))))
            .toList();
    if (!problems.isEmpty()) {
      throw new IllegalStateException("topics would lose data: " + String.join("; ", problems));
    }
  }

  private void create(Admin admin, TopicSpec spec) {
    await(admin.createTopics(List.of(spec.newTopic(replicationFactor))).all());
  }

  /** Runs it; false if it fails because of another process or a broker that is behind. */
  private static boolean succeeds(Runnable action, Class<? extends ApiException> expected) {
    try {
      action.run();
      return true;
    } catch (IllegalStateException e) {
      if (expected.isInstance(e.getCause())) {
        return false;
      }
      throw e;
    }
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new IllegalStateException("topics can't be set up: " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while setting up topics", e);
    }
  }
}
