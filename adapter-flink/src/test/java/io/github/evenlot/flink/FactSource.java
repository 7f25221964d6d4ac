package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Facts of a list as a source whose place in the list is part of checkpoints. */
final class FactSource {

  private static final Map<Integer, List<Fact>> LISTS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private FactSource() {}

  /** As fast as it goes, by as many readers as there are. */
  static DataStream<Fact> of(StreamExecutionEnvironment environment, List<Fact> facts) {
    return of(environment, facts, RateLimiterStrategy.noOp(), WatermarkStrategy.noWatermarks());
  }

  /** In the order of the list. */
  static DataStream<Fact> inOrder(
      StreamExecutionEnvironment environment,
      List<Fact> facts,
      RateLimiterStrategy<?> pace,
      WatermarkStrategy<Fact> watermarks) {
    return of(environment, facts, pace, watermarks).setParallelism(1);
  }

  private static SingleOutputStreamOperator<Fact> of(
      StreamExecutionEnvironment environment,
      List<Fact> facts,
      RateLimiterStrategy<?> pace,
      WatermarkStrategy<Fact> watermarks) {
    int number = NUMBERS.incrementAndGet();
    LISTS.put(number, List.copyOf(facts));
    DataGeneratorSource<Fact> source =
        new DataGeneratorSource<>(
            index -> LISTS.get(number).get(index.intValue()), facts.size(), pace, FactTypes.FACT);
    // An id of its own, so that no other source goes on from its place.
    return environment
        .fromSource(source, watermarks, "facts", FactTypes.FACT)
        .uid("facts-" + UUID.randomUUID());
  }
}
