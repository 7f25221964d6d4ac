package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Facts of a list as a source whose place in the list is part of checkpoints. */
final class FactSource {

  private static final Map<Integer, List<Fact>> LISTS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private FactSource() {}

  static DataStream<Fact> of(StreamExecutionEnvironment environment, List<Fact> facts) {
    return of(environment, facts, RateLimiterStrategy.noOp(), WatermarkStrategy.noWatermarks());
  }

  static DataStream<Fact> of(
      StreamExecutionEnvironment environment,
      List<Fact> facts,
      RateLimiterStrategy<?> pace,
      WatermarkStrategy<Fact> watermarks) {
    int number = NUMBERS.incrementAndGet();
    LISTS.put(number, List.copyOf(facts));
    var source =
        new DataGeneratorSource<Fact>(
            index -> LISTS.get(number).get(index.intValue()), facts.size(), pace, FactTypes.FACT);
    return environment.fromSource(source, watermarks, "facts", FactTypes.FACT).uid("facts");
  }
}
