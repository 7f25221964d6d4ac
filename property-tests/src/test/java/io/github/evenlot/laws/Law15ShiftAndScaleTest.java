package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.CupedTest;
import io.github.evenlot.inference.RatioTest;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.StudentTTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.WelchTTest;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * 15: another zero of the scale changes no difference of means; another unit of measurement changes
 * estimate, error and interval by its factor, and neither statistic nor p-value.
 */
class Law15ShiftAndScaleTest {

  @Provide
  Arbitrary<List<Arms.Unit>> units() {
    return Arms.any();
  }

  @Provide
  Arbitrary<TestMethod> differences() {
    return Arbitraries.of(
        WelchTTest.withDefaults(), StudentTTest.withDefaults(), CupedTest.withDefaults());
  }

  @Provide
  Arbitrary<TestMethod> absolute() {
    return Arbitraries.of(
        WelchTTest.withDefaults(),
        StudentTTest.withDefaults(),
        CupedTest.withDefaults(),
        RatioTest.withDefaults());
  }

  private static TestResult test(TestMethod method, List<Arms.Unit> a, List<Arms.Unit> b) {
    return method.test(Arms.moments(a), Arms.moments(b));
  }

  private static List<Arms.Unit> transformed(List<Arms.Unit> units, int factor, int shift) {
    return units.stream()
        .map(unit -> new Arms.Unit(factor * unit.y() + shift, unit.x(), unit.c()))
        .toList();
  }

  @Property(seed = "1501")
  void shifting(
      @ForAll("differences") TestMethod method,
      @ForAll("units") List<Arms.Unit> a,
      @ForAll("units") List<Arms.Unit> b,
      @ForAll @IntRange(min = -1000, max = 1000) int shift) {
    assertScaled(
        test(method, a, b), test(method, transformed(a, 1, shift), transformed(b, 1, shift)), 1);
  }

  @Property(seed = "1502")
  void scaling(
      @ForAll("absolute") TestMethod method,
      @ForAll("units") List<Arms.Unit> a,
      @ForAll("units") List<Arms.Unit> b,
      @ForAll @IntRange(min = 1, max = 1000) int factor) {
    assertScaled(
        test(method, a, b),
        test(method, transformed(a, factor, 0), transformed(b, factor, 0)),
        factor);
  }

  @Property(seed = "1503")
  void aLiftHasNoUnit(
      @ForAll("units") List<Arms.Unit> a,
      @ForAll("units") List<Arms.Unit> b,
      @ForAll @IntRange(min = 1, max = 1000) int factor) {
    RelativeLift lift = RelativeLift.withDefaults();
    assertScaled(
        test(lift, a, b), test(lift, transformed(a, factor, 0), transformed(b, factor, 0)), 1);
  }

  private static void assertScaled(TestResult result, TestResult transformed, double factor) {
    if (result instanceof Tested tested) {
      assertScaled(tested, (Tested) transformed, factor);
    } else {
      assertThat(transformed).isNotInstanceOf(Tested.class);
    }
  }

  private static void assertScaled(Tested tested, Tested transformed, double factor) {
    double error = tested.standardError().orElseThrow() * factor;
    assertThat(transformed.standardError().orElseThrow()).isEqualTo(error, within(1e-9 * error));
    assertThat(transformed.estimate().orElseThrow())
        .isEqualTo(tested.estimate().orElseThrow() * factor, within(1e-9 * error));
    assertThat(transformed.statistic())
        .isEqualTo(tested.statistic(), within(1e-9 * Math.max(1, Math.abs(tested.statistic()))));
    assertThat(transformed.pValue()).isEqualTo(tested.pValue(), within(1e-9));
    assertThat(transformed.interval().orElseThrow().lower())
        .isEqualTo(tested.interval().orElseThrow().lower() * factor, within(1e-7 * error));
    assertThat(transformed.interval().orElseThrow().upper())
        .isEqualTo(tested.interval().orElseThrow().upper() * factor, within(1e-7 * error));
  }
}
