package io.github.evenlot.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.AsymptoticConfidenceSequence;
import io.github.evenlot.inference.CupedTest;
import io.github.evenlot.inference.MixtureSprt;
import io.github.evenlot.inference.RatioTest;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.sequential.Futility;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
import io.github.evenlot.sequential.WangTsiatis;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /**
   * Reference numbers of {@code oracle/gs/gs_power_drift.csv}, row Dv84: looks at 0.3, 0.7 and 1,
   * drift 2.8224597 for power 0.8. The drift is the effect over its standard error at the end.
   */
  @Test
  @DisplayName("finds the power and the users that a design promises")
  void power() {
    GroupSequentialDesign design = GroupSequentialDesign.withDefaults();
    SimulationResult result =
        simulator(WELCH, PeekingSchedule.of(design, 3_000, 7_000, 10_000))
            .withEffect(2.8224597026617155 * 2 * Math.sqrt(2 / 10_000.0))
            .run();
    assertThat(result.rejected().value()).isCloseTo(0.8, within(error(0.8)));
    double share =
        design
            .start()
            .next(0.3)
            .next(0.7)
            .next(1)
            .stoppingBoundaries()
            .expectedInformation(2.8224597026617155);
    assertThat(result.users().value())
        .isCloseTo(20_000 * share, within(TOLERANCE * result.users().standardError()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"msprt", "asymptotic-cs"})
  @DisplayName("finds that always-valid methods may be looked at any number of times")
  void alwaysValid(String id) {
    TestMethod method =
        id.equals("msprt")
            ? MixtureSprt.ofTauSquared(0.01)
            : AsymptoticConfidenceSequence.tunedTo(4_000);
    SimulationResult result =
        simulator(method, PeekingSchedule.atLevel(0.05, users(20))).withRuns(4_000).run();
    assertThat(result.rejected().value()).isBetween(0.005, 0.05 + error(0.05));
    assertThat(result.coverage().orElseThrow().value()).isGreaterThan(0.95 - error(0.05));
  }

  @Test
  @DisplayName("finds coverage and no bias at one look, and what peeking does to both")
  void coverageAndBias() {
    Simulator once = simulator(WELCH, PeekingSchedule.atLevel(0.05, 5_000)).withEffect(0.08);
    SimulationResult honest = once.run();
    assertThat(honest.coverage().orElseThrow().value()).isCloseTo(0.95, within(error(0.05)));
    Average bias = honest.bias().orElseThrow();
    assertThat(bias.value()).isCloseTo(0, within(TOLERANCE * bias.standardError()));
    Simulator peeking = once.with(PeekingSchedule.atLevel(0.05, users(5)));
    assertThat(peeking.run().bias().orElseThrow().value()).isGreaterThan(0.01);
    // Without an effect the interval misses 0 exactly where the test rejects.
    assertThat(peeking.withEffect(0).run().coverage().orElseThrow().value())
        .isCloseTo(1 - 0.142, within(0.0005 + error(0.142)));
  }

  @Test
  @DisplayName("tries methods on the data they are made for, in arms of unequal size")
  void families() {
    assertAlpha(once(CupedTest.withDefaults(), DataFamily.correlated(5, 2, 0.7), 200).run());
    assertAlpha(once(TwoProportionZTest.withDefaults(), DataFamily.bernoulli(0.3), 900).run());
    assertAlpha(once(RatioTest.withDefaults(), DataFamily.ratio(2, 1, 3), 300).run());
    assertAlpha(once(WELCH, DataFamily.logNormal(0, 0.5), 300).run());
    assertAlpha(once(WELCH, DataFamily.zeroInflated(0.5, 0, 0.5), 300).run());
    assertAlpha(once(WELCH, DataFamily.ofValues((r, effect) -> effect + r.nextDouble()), 50).run());
  }

  @Test
  @DisplayName("holds an estimate against what it is of")
  void truth() {
    Simulator lift = once(RelativeLift.withDefaults(), NORMAL, 2_000).withEffect(0.5);
    Rate coverage = lift.withTruth(0.05).run().coverage().orElseThrow();
    assertThat(coverage.value()).isCloseTo(0.95, within(error(0.05)));
    assertThat(lift.run().coverage().orElseThrow().value()).isLessThan(0.01);
  }

  /** Nobody of 20 users converts at a rate of 0.01 with the probability 0.99²⁰ = 0.818. */
  @Test
  @DisplayName("counts what could not be tested, and gives no number where there is none")
  void untestable() {
    SimulationResult result =
        Simulator.of(
                TwoProportionZTest.withDefaults(),
                DataFamily.bernoulli(0.01),
                PeekingSchedule.atLevel(0.05, 10))
            .run();
    assertThat(result.untestable().value()).isCloseTo(0.818, within(error(0.818)));
    SimulationResult nothing =
        Simulator.of(WELCH, NORMAL, PeekingSchedule.atLevel(0.05, 1)).withRuns(10).run();
    assertThat(nothing.untestable().count()).isEqualTo(10);
    assertThat(nothing.bias()).isEmpty();
    assertThat(nothing.coverage()).isEmpty();
  }

  @Test
  @DisplayName("ends without rejecting where a design calls it futile")
  void futility() {
    GroupSequentialDesign design =
        GroupSequentialDesign.withDefaults().withSides(Sides.ONE_SIDED).withAlpha(0.025);
    TestMethod method = WelchTTest.withDefaults().with(Alternative.GREATER);
    Futility futility = new Futility(SpendingFunction.pocock(), 0.1, 3.5, false);
    SimulationResult without = simulator(method, PeekingSchedule.of(design, users(4))).run();
    SimulationResult with =
        simulator(method, PeekingSchedule.of(design.withFutility(futility), users(4))).run();
    assertThat(with.users().value()).isLessThan(0.8 * without.users().value());
    assertThat(with.rejected().value()).isLessThanOrEqualTo(without.rejected().value());
  }

  @Test
  @DisplayName("names the value and the bound of what it refuses")
  void refuses() {
    Simulator simulator = simulator(WELCH, PeekingSchedule.atLevel(0.05, 10));
    assertThatThrownBy(() -> simulator.withRuns(0)).hasMessage("0 runs; it takes at least 1");
    assertThatThrownBy(() -> simulator.withEffect(Double.NaN))
        .hasMessage("effect NaN is not finite");
    assertThatThrownBy(() -> simulator.withAllocation(0))
        .hasMessage("allocation 0.0 is not positive and finite");
    assertThatThrownBy(() -> simulator.withAllocation(0.01))
        .hasMessage(
            "allocation 0.01 of a look at 10 users gives the treatment 0.1, not 1 to"
                + " 9223372036854775807");
    assertThatThrownBy(() -> simulator.withAllocation(1e300))
        .hasMessageStartingWith("allocation 1.0E300 of a look at 10 users gives the treatment");
    assertThatThrownBy(() -> simulator.with(DataFamily.bernoulli(0.6)).withEffect(0.4).run())
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate with its effect 1.0 is outside (0.0, 1.0)");
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

  /** The treatment has half as many users again as the control. */
  private static Simulator once(TestMethod method, DataFamily family, long users) {
    return Simulator.of(method, family, PeekingSchedule.atLevel(0.05, users)).withAllocation(1.5);
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
