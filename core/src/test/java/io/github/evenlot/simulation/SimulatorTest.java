package io.github.evenlot.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.WangTsiatis;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The simulator")
class SimulatorTest {

  /** Standard errors of the simulation that a rate may be off. */
  private static final double TOLERANCE = 4;

  private static final DataFamily NORMAL = DataFamily.normal(10, 2);
  private static final TestMethod WELCH = WelchTTest.withDefaults();

  /**
   * Armitage, McPherson and Rowe (1969), Repeated significance tests on accumulating data, Journal
   * of the Royal Statistical Society A 132, 235-244, table 2: the chance of p ≤ 0.05 at any of K
   * looks at normal data, in three digits.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.050", "2, 0.083", "3, 0.107", "4, 0.126", "5, 0.142", "10, 0.193"})
  @DisplayName("finds the published error of peeking")
  void peeking(int looks, double published) {
    SimulationResult result = simulator(WELCH, PeekingSchedule.atLevel(0.05, users(looks))).run();
    assertThat(result.rejected().value()).isCloseTo(published, within(0.0005 + error(published)));
    assertThat(result.rejectedByLook()).hasSize(looks).endsWith(result.rejected());
  }

  @Test
  @DisplayName("finds that the looks of a group-sequential design keep to alpha")
  void groupSequential() {
    GroupSequentialDesign design = GroupSequentialDesign.withDefaults();
    assertAlpha(simulator(WELCH, PeekingSchedule.of(design, users(5))).run());
    assertAlpha(simulator(WELCH, PeekingSchedule.of(WangTsiatis.pocock(5), 1000)).run());
  }

  /** The drift is the effect over its standard error at the end, 2·√(2/5000). */
  @Test
  @DisplayName("finds the power and the expected users that a design promises")
  void power() {
    GroupSequentialDesign design = GroupSequentialDesign.withDefaults();
    double[] information = {0.2, 0.4, 0.6, 0.8, 1};
    double drift = 2.8733;
    SimulationResult result =
        simulator(WELCH, PeekingSchedule.of(design, users(5)))
            .withEffect(drift * 2 * Math.sqrt(2 / 5000.0))
            .run();
    double power =
        design
            .start()
            .next(0.2)
            .next(0.4)
            .next(0.6)
            .next(0.8)
            .next(1)
            .stoppingBoundaries()
            .power(drift);
    assertThat(result.rejected().value()).isCloseTo(power, within(error(power)));
  }

  @Test
  @DisplayName("gives the same numbers on one thread and on many, and others by another seed")
  void deterministic() throws Exception {
    Simulator simulator = simulator(WELCH, PeekingSchedule.atLevel(0.05, 10, 20)).withRuns(2_345);
    SimulationResult one = new ForkJoinPool(1).submit(() -> simulator.run()).get();
    SimulationResult many = new ForkJoinPool(7).submit(() -> simulator.run()).get();
    assertThat(many).isEqualTo(one).isEqualTo(simulator.run());
    assertThat(simulator.withSeed(2).run()).isNotEqualTo(one);
  }

  @Test
  @DisplayName("tells how many runs are done")
  void progress() {
    AtomicInteger done = new AtomicInteger();
    simulator(WELCH, PeekingSchedule.atLevel(0.05, 10)).withRuns(1_001).run(done::addAndGet);
    assertThat(done).hasValue(1_001);
  }

  private static Simulator simulator(TestMethod method, PeekingSchedule schedule) {
    return Simulator.of(method, NORMAL, schedule);
  }

  private static void assertAlpha(SimulationResult result) {
    assertThat(result.rejected().value()).isCloseTo(0.05, within(error(0.05)));
  }

  private static double error(double rate) {
    return TOLERANCE * Math.sqrt(rate * (1 - rate) / 10_000);
  }

  /** A thousand at every look. */
  private static long[] users(int looks) {
    return LongStream.rangeClosed(1, looks).map(look -> 1000 * look).toArray();
  }
}
