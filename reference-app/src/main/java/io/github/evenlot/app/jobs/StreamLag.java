package io.github.evenlot.app.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the streaming job is: what it has committed with its checkpoints, of what there is. */
public final class StreamLag implements AutoCloseable {

  /**
   * @param counted facts that a complete checkpoint has counted
   * @param written facts that the topics hold
   */
  public record Progress(long counted, long written) {

    public boolean isComplete() {
      return counted == written;
    }
  }

  private final Admin admin;
  private final JobSettings settings;

  public StreamLag(JobSettings settings) {
    this.settings = settings;
    this.admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
  }

  /**
   * @throws IllegalStateException if the broker does not answer
   */
  public Progress progress() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed = committed();
      long counted = 0;
      long written = 0;
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends().entrySet()) {
        OffsetAndMetadata offset = committed.get(end.getKey());
        counted += offset == null ? 0 : offset.offset();
        written += end.getValue().offset();
      }
      return new Progress(counted, written);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the broker at %s does not say how far the stream is"
              .formatted(settings.bootstrapServers()),
          e);
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed()
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        new HashMap<>(
            admin.listConsumerGroupOffsets(settings.group()).partitionsToOffsetAndMetadata().get());
    committed.values().removeIf(offset -> offset == null);
    return committed;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends()
      throws ExecutionException, InterruptedException {
    List<String> topics = List.of(settings.topics().exposures(), settings.topics().events());
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(StreamLag::partitions)
            .collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get();
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
