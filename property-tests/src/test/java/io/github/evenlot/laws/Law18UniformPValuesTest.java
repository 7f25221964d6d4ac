package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.CupedTest;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.RatioTest;
import io.github.evenlot.inference.StudentTTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.statistics.Moments;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * 18: under the null hypothesis p is uniform: of 20,000 experiments without an effect the p-values
 * fill twenty bins evenly, one in a million by χ². A true level of 6.3 % in place of 5 % would
 * ring.
 */
class Law18UniformPValuesTest {

  private static final int EXPERIMENTS = 20_000;
  private static final double ALARM = 1e-6;

  private static void assertUniform(TestMethod method, Function<Random, Moments> arm) {
    Random random = new Random(1801);
    int[] bins = new int[20];
    for (int i = 0; i < EXPERIMENTS; i++) {
      Tested tested = (Tested) method.test(arm.apply(random), arm.apply(random));
      bins[Math.min((int) (tested.pValue() * bins.length), bins.length - 1)]++;
    }
    assertThat(Tables.uniformity(bins))
        .as("%s: %s", method.id(), Arrays.toString(bins))
        .isGreaterThan(ALARM);
  }

  /** Of 50 normal units with mean 10, correlated covariate and denominator. */
  private static Moments normal(Random random) {
    double[] y = new double[50];
    double[] x = new double[50];
    double[] c = new double[50];
    for (int i = 0; i < y.length; i++) {
      c[i] = random.nextGaussian();
      x[i] = 5 + random.nextGaussian();
      y[i] = 2 * x[i] + 0.8 * c[i] + random.nextGaussian();
    }
    return moments(y, x, c);
  }

  private static Moments moments(double[] y, double[] x, double[] c) {
    return Moments.of(y.length, mean(y), covariance(y, y))
        .withDenominator(mean(x), covariance(x, x), covariance(x, y))
        .withCovariate(mean(c), covariance(c, c), covariance(y, c));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double covariance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - mean(a)) * (b[i] - mean(b));
    }
    return sum / (a.length - 1);
  }

  @Example
  void student() {
    assertUniform(StudentTTest.withDefaults(), Law18UniformPValuesTest::normal);
  }

  @Example
  void welch() {
    assertUniform(WelchTTest.withDefaults(), Law18UniformPValuesTest::normal);
    assertUniform(
        WelchTTest.withDefaults().with(Alternative.GREATER), Law18UniformPValuesTest::normal);
  }

  /** These lean on n being large; 50 units are few, so the size at 5 % is asked for, with slack. */
  @Example
  void asymptoticMethods() {
    assertSize(RatioTest.withDefaults(), Law18UniformPValuesTest::normal, 0.06);
    assertSize(CupedTest.withDefaults(), Law18UniformPValuesTest::normal, 0.06);
  }

  /** Counts make steps; at 100,000 units and 30 % they are fine enough. */
  @Example
  void proportions() {
    BinomialDistribution converted = new BinomialDistribution(new Well19937c(1802), 100_000, 0.3);
    Function<Random, Moments> arm = random -> Arms.conversions(100_000, converted.sample());
    assertSize(PearsonChiSquared.withDefaults(), arm, 0.055);
    assertSize(TwoProportionZTest.withDefaults(), arm, 0.055);
  }

  /** The share of p-values at or below 5 %; 4 standard deviations of it are 0.006. */
  private static void assertSize(TestMethod method, Function<Random, Moments> arm, double atMost) {
    Random random = new Random(1803);
    int rejected = 0;
    for (int i = 0; i < EXPERIMENTS; i++) {
      Tested tested = (Tested) method.test(arm.apply(random), arm.apply(random));
      rejected += tested.pValue() <= 0.05 ? 1 : 0;
    }
    assertThat((double) rejected / EXPERIMENTS).as(method.id()).isBetween(0.044, atMost);
  }
}
