package io.github.evenlot.benchmarks.engines;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One user's variants in all experiments. */
@NullUnmarked // JMH sets the fields
public class AllExperimentsBenchmark extends EngineBenchmark {

  @Param({"S3", "S4"})
  public Work work;

  @Setup
  public void start() {
    start(work, Ids.RANDOM_UUID);
  }

  @Benchmark
  public Object variants() {
    return all();
  }
}
