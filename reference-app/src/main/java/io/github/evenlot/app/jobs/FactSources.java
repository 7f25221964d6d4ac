package io.github.evenlot.app.jobs;

import io.github.evenlot.event.Fact;
import io.github.evenlot.flink.FactTypes;
import io.github.evenlot.kafka.Topics;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The facts of the two topics, from their beginning.
 *
 * @param facts what could be read
 * @param unreadable what could not
 */
record FactSources(DataStream<Fact> facts, DataStream<RawRecord> unreadable) {

  /** How far facts may be out of order within a partition before the watermark passes them. */
  private static final Duration DISORDER = Duration.ofMinutes(10);

  /**
   * @param bounded whether to end with what the topics hold now
   */
  static FactSources attach(
      StreamExecutionEnvironment environment, JobSettings settings, boolean bounded) {
    Topics topics = settings.topics();
    SingleOutputStreamOperator<Fact> exposures =
        facts(environment, settings, topics.exposures(), DecodeFunction.exposures(), bounded);
    SingleOutputStreamOperator<Fact> events =
        facts(environment, settings, topics.events(), DecodeFunction.events(), bounded);
    return new FactSources(
        exposures.union(events),
        exposures
            .getSideOutput(Rejects.UNREADABLE)
            .union(events.getSideOutput(Rejects.UNREADABLE)));
  }

  private static SingleOutputStreamOperator<Fact> facts(
      StreamExecutionEnvironment environment,
      JobSettings settings,
      String topic,
      DecodeFunction decode,
      boolean bounded) {
    return environment
        .fromSource(
            source(settings, topic, bounded),
            // A record's timestamp is the time of its fact.
            WatermarkStrategy.forBoundedOutOfOrderness(DISORDER),
            topic)
        .uid("source-" + topic)
        .process(decode)
        .returns(FactTypes.FACT)
        .name("decode " + topic)
        .uid("decode-" + topic);
  }

  private static KafkaSource<RawRecord> source(
      JobSettings settings, String topic, boolean bounded) {
    KafkaSourceBuilder<RawRecord> builder =
        KafkaSource.<RawRecord>builder()
            .setBootstrapServers(settings.bootstrapServers())
            .setTopics(topic)
            .setGroupId(settings.group())
            .setClientIdPrefix("%s-%s-%s".formatted(settings.group(), topic, bounded))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new RawRecordSchema());
    return (bounded ? builder.setBounded(OffsetsInitializer.latest()) : builder).build();
  }
}
