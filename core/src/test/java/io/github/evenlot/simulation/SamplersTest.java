package io.github.evenlot.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.internal.ChiSquaredTail;
import io.github.evenlot.statistics.Moments;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws with fixed seeds, against the distribution functions of Commons Statistics. */
@DisplayName("The samplers")
class SamplersTest {

  private static final int DRAWS = 200_000;

  /** A sampler that is right fails with this probability, for one seed. */
  private static final double RARE = 1e-4;

  private final SplittableRandom random = new SplittableRandom(1_993);

  @ParameterizedTest
  @CsvSource({
    "1, 0.3",
    "7, 0.5",
    "40, 0.1",
    "19, 0.5",
    "20, 0.5",
    "21, 0.51",
    "100, 0.1",
    "101, 0.9",
    "1000, 0.01",
    "1000, 0.37",
    "10000, 0.001",
    "10000, 0.00099",
    "10000, 0.1",
    "1000000, 0.5",
    "1000000000, 0.2",
    "1000000000000, 0.000000001"
  })
  @DisplayName("draw binomial counts as often as their probabilities say")
  void binomial(long n, double p) {
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> Binomial.draw(random, n, p));
    if (n <= Integer.MAX_VALUE) {
      BinomialDistribution exact = BinomialDistribution.of((int) n, p);
      assertFits(draws, x -> exact.cumulativeProbability((int) Math.floor(x)), step(n, p));
    }
    assertMean(draws, n * p, Math.sqrt(n * p * (1 - p)));
  }

  /** Cells of a fifth of a standard deviation, and whole. */
  private static double step(long n, double p) {
    return Math.max(1, Math.floor(Math.sqrt(n * p * (1 - p)) / 5));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 9, 40, 9_999, 1_000_000_000L})
  @DisplayName("draw chi-squared numbers as often as their tails say")
  void chiSquared(long degrees) {
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> ChiSquared.draw(random, degrees));
    ChiSquaredDistribution exact = ChiSquaredDistribution.of(degrees);
    assertFits(draws, exact::cumulativeProbability, Math.sqrt(2.0 * degrees) / 5);
    assertMean(draws, degrees, Math.sqrt(2.0 * degrees));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 50})
  @DisplayName("draw moments of normal users as if each had been drawn")
  void normal(long users) {
    DataFamily family = DataFamily.normal(3, 2);
    assertMean(draws(family, users, Moments::mean), 3.5, 2 / Math.sqrt(users));
    if (users > 1) {
      assertMean(draws(family, users, Moments::variance), 4, 4 * Math.sqrt(2.0 / (users - 1)));
    }
  }

  /**
   * Var(s_yc) = σ⁴(1 + ρ²)/(m − 1) (Anderson 2003, An Introduction to Multivariate Statistical
   * Analysis, section 7.6 on the Wishart distribution).
   */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 50})
  @DisplayName("draw moments of correlated users as if each had been drawn")
  void correlated(long users) {
    DataFamily family = DataFamily.correlated(3, 2, -0.6);
    double root = Math.sqrt(users - 1.0);
    assertMean(draws(family, users, Moments::mean), 3.5, 2 / Math.sqrt(users));
    assertMean(draws(family, users, m -> m.c().mean()), 3, 2 / Math.sqrt(users));
    assertMean(draws(family, users, Moments::variance), 4, 4 * Math.sqrt(2) / root);
    assertMean(draws(family, users, m -> m.c().variance()), 4, 4 * Math.sqrt(2) / root);
    assertMean(draws(family, users, Moments::covarianceYc), -2.4, 4 * Math.sqrt(1 + 0.36) / root);
    // The covariance of the means is that of the values over m.
    assertMean(
        draws(family, users, m -> (m.mean() - 3.5) * (m.c().mean() - 3) * users),
        -2.4,
        4 * Math.sqrt(1 + 0.36));
  }

  @Test
  @DisplayName("draw ones that are a count and its variance")
  void bernoulli() {
    for (long users : new long[] {1, 2, 30}) {
      Moments drawn = DataFamily.bernoulli(0.4).draw(random, users, 0.1);
      double ones = drawn.mean() * users;
      assertThat(ones).isCloseTo(Math.rint(ones), within(1e-12));
      double squares = ones * (1 - drawn.mean());
      assertThat(drawn.variance() * (users - 1))
          .isCloseTo(squares * Math.min(1, users - 1), within(1e-12));
    }
    assertMean(draws(DataFamily.bernoulli(0.4), 30, Moments::mean), 0.9, Math.sqrt(0.9 * 0.1 / 30));
  }

  /** The moments of the log-normal distribution; of products of independent variables. */
  @Test
  @DisplayName("draw amounts with the mean that the effect asks for")
  void amounts() {
    double mean = Math.exp(0.2 + 0.125);
    double variance = mean * mean * Math.expm1(0.25);
    double scaled = Math.pow((mean + 0.5) / mean, 2);
    assertMean(
        draws(DataFamily.logNormal(0.2, 0.5), 9, Moments::mean),
        mean + 0.5,
        Math.sqrt(scaled * variance / 9));
    double rate = 0.3 + 0.5 / mean;
    double squares = rate * (variance + mean * mean) - rate * rate * mean * mean;
    assertMean(
        draws(DataFamily.zeroInflated(0.3, 0.2, 0.5), 9, Moments::mean),
        0.3 * mean + 0.5,
        Math.sqrt(squares / 9));
  }

  /** Geometric from 1 on with mean d: variance d(d − 1). */
  @Test
  @DisplayName("draw a metric and its denominator that belong together")
  void ratios() {
    DataFamily family = DataFamily.ratio(2, 1, 3);
    assertMean(draws(family, 9, m -> m.x().mean()), 3, Math.sqrt(6 / 9.0));
    assertMean(draws(family, 9, Moments::mean), 7.5, Math.sqrt((2.5 * 2.5 * 6 + 3) / 9));
    double[] covariances = draws(family, 9, Moments::covarianceXy);
    double[] ofDenominators = draws(family, 9, m -> 2.5 * m.x().variance());
    assertThat(mean(covariances)).isCloseTo(2.5 * 6, within(0.2));
    assertThat(mean(ofDenominators)).isCloseTo(2.5 * 6, within(0.2));
  }

  @Test
  @DisplayName("sum values one at a time as moments do")
  void values() {
    double[] values = {2.5, -1, 4};
    int[] next = {0};
    Moments drawn =
        DataFamily.ofValues((any, effect) -> effect + values[next[0]++]).draw(random, 3, 1);
    assertThat(drawn.n()).isEqualTo(3);
    assertThat(drawn.mean()).isCloseTo(5.5 / 3 + 1, within(1e-15));
    assertThat(drawn.variance()).isCloseTo((23.25 - 5.5 * 5.5 / 3) / 2, within(1e-14));
  }

  /** Of the means of draws with effect ½. */
  private double[] draws(DataFamily family, long users, ToDoubleFunction<Moments> number) {
    double[] draws = new double[DRAWS / 4];
    Arrays.setAll(draws, i -> number.applyAsDouble(family.draw(random, users, 0.5)));
    return draws;
  }

  /** Pearson's chi-squared of the counts in cells; cells with few draws are one with their next. */
  private static void assertFits(double[] draws, DoubleUnaryOperator cdf, double step) {
    Arrays.sort(draws);
    double statistic = 0;
    int cells = 0;
    int before = 0;
    double probabilityBefore = 0;
    for (double x = Math.floor(draws[0] / step) * step; before < DRAWS; x += step) {
      int until = countUpTo(draws, before, x);
      double probability = cdf.applyAsDouble(x);
      boolean last = (1 - probability) * DRAWS < 20;
      double expected = ((last ? 1 : probability) - probabilityBefore) * DRAWS;
      if (expected >= 20) {
        double off = (last ? DRAWS : until) - before - expected;
        statistic += off * off / expected;
        cells++;
        before = last ? DRAWS : until;
        probabilityBefore = probability;
      }
    }
    assertThat(ChiSquaredTail.survival(statistic, cells - 1.0))
        .as("chi-squared %s of %d cells", statistic, cells)
        .isBetween(RARE, 1 - RARE);
  }

  private static int countUpTo(double[] sorted, int from, double x) {
    int count = from;
    while (count < sorted.length && sorted[count] <= x) {
      count++;
    }
    return count;
  }

  private static void assertMean(double[] draws, double mean, double deviation) {
    assertThat(mean(draws)).isCloseTo(mean, within(4 * deviation / Math.sqrt(draws.length)));
  }

  private static double mean(double[] draws) {
    return Arrays.stream(draws).average().orElseThrow();
  }
}
