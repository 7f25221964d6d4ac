package io.github.evenlot.benchmarks;

import io.github.evenlot.inference.CupedTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.simulation.DataFamily;
import io.github.evenlot.simulation.PeekingSchedule;
import io.github.evenlot.simulation.SimulationResult;
import io.github.evenlot.simulation.Simulator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,000 experiments of 5 looks, each after 10,000 further users an arm, from sufficient
 * statistics; next to none ends early. The claim: within 10 s on two processors, the first time
 * after the start of the JVM included, so it is measured as a single shot without warm-up, too.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
public class SimulatorBenchmark {

  private static final PeekingSchedule LOOKS =
      PeekingSchedule.of(
          GroupSequentialDesign.withDefaults(), 10_000, 20_000, 30_000, 40_000, 50_000);

  /** What the users' values are. */
  @Param({"normal", "bernoulli", "correlated"})
  private String family;

  private Simulator simulator() {
    return switch (family) {
      case "normal" -> of(WelchTTest.withDefaults(), DataFamily.normal(10, 2));
      case "bernoulli" -> of(TwoProportionZTest.withDefaults(), DataFamily.bernoulli(0.1));
      case "correlated" -> of(CupedTest.withDefaults(), DataFamily.correlated(10, 2, 0.7));
      default -> throw new IllegalArgumentException("no family \"%s\"".formatted(family));
    };
  }

  private static Simulator of(TestMethod method, DataFamily data) {
    return Simulator.of(method, data, LOOKS).withRuns(100_000);
  }

  /** From a cold start. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public SimulationResult first() {
    return simulator().run();
  }

  /** When everything is compiled. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 2, time = 2)
  @Measurement(iterations = 3, time = 2)
  public SimulationResult warm() {
    return simulator().run();
  }
}
