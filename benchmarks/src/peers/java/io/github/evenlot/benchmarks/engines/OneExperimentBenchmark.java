package io.github.evenlot.benchmarks.engines;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** One user's variant in one experiment. */
@NullUnmarked // JMH sets the fields
public class OneExperimentBenchmark extends EngineBenchmark {

  @Param({"S1", "S2_MATCH", "S2_MISS"})
  public Work work;

  @Param public Ids ids;

  @Setup
  public void start() {
    start(work, ids);
  }

  @Benchmark
  public Object variant() {
    return one();
  }
}
