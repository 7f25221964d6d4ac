package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.GTest;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.StudentTTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.hipparchus.stat.inference.TTest;

/**
 * Commons Math 3 and Hipparchus on the values of single units, in their good range: they compute in
 * doubles, and have no tails where 1 − cdf has none.
 */
class SecondOpinionsTest {

  private static final double CLOSE = 1e-10;

  /** Below this their p-values lose digits. */
  private static final double GOOD = 1e-6;

  @Provide
  Arbitrary<List<Arms.Unit>> units() {
    return Arms.any();
  }

  @Provide
  Arbitrary<Moments> conversions() {
    return Arms.conversions();
  }

  private static double[] values(List<Arms.Unit> units, ToIntFunction<Arms.Unit> value) {
    return units.stream().mapToDouble(unit -> value.applyAsInt(unit)).toArray();
  }

  private static void assertClose(double got, double want) {
    assertThat(got).isEqualTo(want, within(CLOSE * Math.max(1, Math.abs(want))));
  }

  private static void assertSameP(Tested tested, double want) {
    if (want > GOOD) {
      assertThat(tested.pValue()).isEqualTo(want, within(1e-8 * want));
    }
  }

  @Property(seed = "9001")
  void variancesAndCovariances(@ForAll("units") @Size(min = 2, max = 40) List<Arms.Unit> units) {
    Moments moments = Arms.moments(units);
    double[] y = values(units, Arms.Unit::y);
    assertClose(moments.variance(), new Variance().evaluate(y));
    assertClose(
        moments.variance(), new org.hipparchus.stat.descriptive.moment.Variance().evaluate(y));
    Covariance covariance = new Covariance();
    double[] x = values(units, Arms.Unit::x);
    double[] c = values(units, Arms.Unit::c);
    assertClose(moments.covarianceXy(), covariance.covariance(x, y));
    assertClose(moments.covarianceYc(), covariance.covariance(y, c));
  }

  @Property(seed = "9002")
  void testsOfTwoMeans(
      @ForAll("units") List<Arms.Unit> control, @ForAll("units") List<Arms.Unit> treatment) {
    double[] a = values(treatment, Arms.Unit::y);
    double[] b = values(control, Arms.Unit::y);
    TTest hipparchus = new TTest();
    var math3 = new org.apache.commons.math3.stat.inference.TTest();
    if (test(WelchTTest.withDefaults(), control, treatment) instanceof Tested welch) {
      assertClose(welch.statistic(), hipparchus.t(a, b));
      assertClose(welch.statistic(), math3.t(a, b));
      assertSameP(welch, hipparchus.tTest(a, b));
      assertSameP(welch, math3.tTest(a, b));
    }
    if (test(StudentTTest.withDefaults(), control, treatment) instanceof Tested student) {
      assertClose(student.statistic(), hipparchus.homoscedasticT(a, b));
      assertClose(student.statistic(), math3.homoscedasticT(a, b));
      assertSameP(student, hipparchus.homoscedasticTTest(a, b));
      assertSameP(student, math3.homoscedasticTTest(a, b));
    }
  }

  private static Object test(
      TestMethod method, List<Arms.Unit> control, List<Arms.Unit> treatment) {
    return method.test(Arms.moments(control), Arms.moments(treatment));
  }

  @Property(seed = "9003")
  void testsOfTables(@ForAll("conversions") Moments control, @ForAll("conversions") Moments arm) {
    long[][] table = {cells(control), cells(arm)};
    if (PearsonChiSquared.withDefaults().test(control, arm) instanceof Tested pearson) {
      assertClose(pearson.statistic(), new ChiSquareTest().chiSquare(table));
      var hipparchus = new org.hipparchus.stat.inference.ChiSquareTest();
      assertClose(pearson.statistic(), hipparchus.chiSquare(table));
      assertSameP(pearson, new ChiSquareTest().chiSquareTest(table));
      assertSameP(pearson, hipparchus.chiSquareTest(table));
    }
    if (GTest.withDefaults().test(control, arm) instanceof Tested g) {
      var math3 = new org.apache.commons.math3.stat.inference.GTest();
      // It sums entropies that cancel, times 2N.
      double cancelled = 1e-15 * 2 * (control.n() + arm.n()) * 20;
      double want = math3.gDataSetsComparison(table[0], table[1]);
      assertThat(g.statistic()).isEqualTo(want, within(cancelled + CLOSE * want));
    }
  }

  private static long[] cells(Moments arm) {
    long converted = Math.round(arm.mean() * arm.n());
    return new long[] {converted, arm.n() - converted};
  }

  @Property(seed = "9004")
  void sampleRatios(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 100_000) Integer> counts) {
    List<Long> observed = counts.stream().map(Integer::longValue).toList();
    List<BigDecimal> weights = counts.stream().map(count -> BigDecimal.ONE).toList();
    double share = counts.stream().mapToInt(Integer::intValue).sum() / (double) counts.size();
    double[] expected = counts.stream().mapToDouble(count -> share).toArray();
    Tested tested = (Tested) SampleRatioTest.withDefaults().test(observed, weights);
    long[] array = observed.stream().mapToLong(Long::longValue).toArray();
    assertClose(tested.statistic(), new ChiSquareTest().chiSquare(expected, array));
    assertSameP(tested, new ChiSquareTest().chiSquareTest(expected, array));
  }
}
