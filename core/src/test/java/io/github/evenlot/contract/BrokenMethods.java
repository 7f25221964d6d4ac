package io.github.evenlot.contract;

import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.Obstacle;
import io.github.evenlot.inference.PValue;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Methods that break one law each, most of them Welch's test with a fault. */
final class BrokenMethods {

  static final TestMethod SOUND = WelchTTest.withDefaults();

  private static final Tested ANYTHING = Tested.of(0, PValue.of(0.5));

  private BrokenMethods() {}

  /** A method that is a function. */
  record Method(String id, Function<List<Moments>, TestResult> function) implements TestMethod {

    @Override
    public TestResult test(List<Moments> arms) {
      return function.apply(arms);
    }
  }

  static TestMethod named(String id) {
    return new Method(id, SOUND::test);
  }

  /** Finds no obstacle in anything. */
  static TestMethod testsEverything() {
    return new Method("broken", arms -> ANYTHING);
  }

  static TestMethod namesNoUnits() {
    return new Method(
        "broken", arms -> new NotTestable(Obstacle.TOO_FEW_UNITS, "an arm has no units"));
  }

  static TestMethod changesWithEachCall() {
    AtomicInteger calls = new AtomicInteger();
    return changed(tested -> Tested.of(calls.incrementAndGet(), tested.p()));
  }

  /** The mean's digits beyond a double are there in exact sums only. */
  static TestMethod readsWhatMergingLoses() {
    return new Method(
        "broken", arms -> Tested.of(arms.get(0).y().residual() == 0 ? 0 : 1, PValue.of(0.5)));
  }

  static TestMethod believesProducts() {
    return new Method("broken", arms -> Tested.of(arms.get(1).covarianceYc(), PValue.of(0.5)));
  }

  static TestMethod failsOnLargeMeans() {
    return new Method(
        "broken",
        arms -> {
          if (Math.abs(arms.get(0).mean()) > 1e100) {
            throw new ArithmeticException("overflow");
          }
          return SOUND.test(arms);
        });
  }

  static TestMethod forgetsStrata() {
    return new TestMethod() {
      @Override
      public String id() {
        return "broken";
      }

      @Override
      public TestResult test(List<Moments> arms) {
        return SOUND.test(arms);
      }

      @Override
      public TestResult testWithin(List<List<Moments>> strata) {
        return ANYTHING;
      }
    };
  }

  /** Refuses what no units were measured as, and so the mixture of strata. */
  static TestMethod knowsOneStratum() {
    return new Method(
        "broken",
        arms ->
            arms.get(0).n() == 200 || arms.get(0).n() == 100
                ? SOUND.test(arms)
                : new NotTestable("values other than were measured"));
  }

  static TestMethod forgetsTheSign() {
    return changed(
        tested ->
            tested.withEstimate(
                Math.abs(tested.estimate().orElseThrow()), tested.standardError().orElseThrow()));
  }

  static TestMethod withIntervalOf90Percent() {
    return WelchTTest.withDefaults().withConfidence(0.9);
  }

  static TestMethod lift() {
    return RelativeLift.withDefaults();
  }

  static TestMethod withPTimes(double factor) {
    return changed(
        tested ->
            Tested.of(tested.statistic(), PValue.of(Math.min(1, factor * tested.pValue())))
                .with(tested.interval().orElseThrow()));
  }

  private static TestMethod changed(UnaryOperator<Tested> change) {
    return new Method(
        "broken",
        arms -> {
          TestResult result = SOUND.test(arms);
          return result instanceof Tested tested ? change.apply(tested) : result;
        });
  }
}
