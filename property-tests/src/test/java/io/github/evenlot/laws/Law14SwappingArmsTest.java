package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.AsymptoticConfidenceSequence;
import io.github.evenlot.inference.CupedTest;
import io.github.evenlot.inference.GTest;
import io.github.evenlot.inference.MixtureSprt;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.RatioTest;
import io.github.evenlot.inference.StudentTTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 14: swapping the arms flips signs, and nothing else. */
class Law14SwappingArmsTest {

  @Provide
  Arbitrary<TestMethod> ofMeans() {
    return Arbitraries.of(
        WelchTTest.withDefaults(),
        StudentTTest.withDefaults(),
        RatioTest.withDefaults(),
        CupedTest.withDefaults(),
        AsymptoticConfidenceSequence.tunedTo(100));
  }

  @Provide
  Arbitrary<TestMethod> ofProportions() {
    return Arbitraries.of(TwoProportionZTest.withDefaults(), WelchTTest.withDefaults());
  }

  @Provide
  Arbitrary<TestMethod> withoutSign() {
    return Arbitraries.of(
        PearsonChiSquared.withDefaults(), GTest.withDefaults(), MixtureSprt.ofTauSquared(0.01));
  }

  @Provide
  Arbitrary<List<Arms.Unit>> units() {
    return Arms.any();
  }

  @Provide
  Arbitrary<Moments> conversions() {
    return Arms.conversions();
  }

  @Property(seed = "1401")
  void means(
      @ForAll("ofMeans") TestMethod method,
      @ForAll("units") List<Arms.Unit> a,
      @ForAll("units") List<Arms.Unit> b) {
    assertFlipped(method, Arms.moments(a), Arms.moments(b), -1);
  }

  @Property(seed = "1402")
  void proportions(
      @ForAll("ofProportions") TestMethod method,
      @ForAll("conversions") Moments a,
      @ForAll("conversions") Moments b) {
    assertFlipped(method, a, b, -1);
  }

  @Property(seed = "1403")
  void statisticsWithoutSignStay(
      @ForAll("withoutSign") TestMethod method,
      @ForAll("conversions") Moments a,
      @ForAll("conversions") Moments b) {
    assertFlipped(method, a, b, 1);
  }

  @Property(seed = "1404")
  void theSidesChangePlaces(
      @ForAll("units") List<Arms.Unit> a, @ForAll("units") List<Arms.Unit> b) {
    WelchTTest greater = WelchTTest.withDefaults().with(Alternative.GREATER);
    WelchTTest less = greater.with(Alternative.LESS);
    TestResult one = greater.test(Arms.moments(a), Arms.moments(b));
    TestResult other = less.test(Arms.moments(b), Arms.moments(a));
    if (one instanceof Tested tested) {
      Tested swapped = (Tested) other;
      assertThat(swapped.pValue()).isEqualTo(tested.pValue(), within(1e-14));
      assertThat(swapped.interval().orElseThrow().upper())
          .isEqualTo(-tested.interval().orElseThrow().lower(), within(1e-9));
    } else {
      assertThat(other).isInstanceOf(NotTestable.class);
    }
  }

  private static void assertFlipped(TestMethod method, Moments a, Moments b, int sign) {
    TestResult result = method.test(a, b);
    TestResult swapped = method.test(b, a);
    if (result instanceof Tested tested) {
      assertFlipped(tested, (Tested) swapped, sign);
    } else {
      assertThat(swapped).isInstanceOf(NotTestable.class);
    }
  }

  private static void assertFlipped(Tested tested, Tested swapped, int sign) {
    assertNear(swapped.statistic(), sign * tested.statistic());
    assertNear(swapped.pValue(), tested.pValue());
    tested
        .estimate()
        .ifPresent(estimate -> assertNear(swapped.estimate().orElseThrow(), -estimate));
    tested
        .standardError()
        .ifPresent(error -> assertNear(swapped.standardError().orElseThrow(), error));
    tested
        .degreesOfFreedom()
        .ifPresent(degrees -> assertNear(swapped.degreesOfFreedom().orElseThrow(), degrees));
    tested
        .interval()
        .ifPresent(
            interval -> {
              assertNear(swapped.interval().orElseThrow().lower(), -interval.upper());
              assertNear(swapped.interval().orElseThrow().upper(), -interval.lower());
            });
  }

  /** Sums in another order may differ in the last digits. */
  private static void assertNear(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, within(1e-11 * Math.abs(expected) + 1e-13));
  }
}
