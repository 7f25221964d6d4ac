package io.github.evenlot.benchmarks;

import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.LookHistory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The boundaries of K equally spaced looks of the default design: two-sided, O'Brien-Fleming type.
 * The claims: all of them within 1 ms for 5 looks, 5 ms for 20 and 40 ms for 100, growing as K log
 * K, since four times as many looks take one panel more each; one look more within 0.5 ms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BoundariesBenchmark extends SteadyHeap {

  private static final GroupSequentialDesign DESIGN = GroupSequentialDesign.withDefaults();

  /** K. */
  @Param({"5", "20", "50", "100"})
  private int looks;

  private double[] information;
  private LookHistory allButOne;

  @Setup
  public void setUp() {
    information = IntStream.rangeClosed(1, looks).mapToDouble(k -> k / (double) looks).toArray();
    allButOne = DESIGN.start();
    for (int k = 0; k < looks - 1; k++) {
      allButOne = allButOne.next(information[k]);
    }
  }

  @Benchmark
  public List<LookBoundary> allLooks() {
    return DESIGN.boundaries(information);
  }

  /** The last look, from the history of those before. */
  @Benchmark
  public LookHistory oneLookMore() {
    return allButOne.next(information[looks - 1]);
  }
}
