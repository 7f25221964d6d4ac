package io.github.evenlot.inference;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the arms got the share of units they should have: Pearson's goodness of fit. A mismatch
 * means that something between assignment and count is broken, and no other result can be trusted.
 *
 * <p>Hold the counts against the shares the allocation really has, its bucket counts, not against
 * nominal weights.
 *
 * @param threshold the p-value below which the ratio is a mismatch, in (0, 1)
 */
public record SampleRatioTest(double threshold) {

  /** Far beyond any shares, and within what doubles can multiply and divide. */
  private static final int MAX_EXPONENT = 100;

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public SampleRatioTest {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold %s is outside (0, 1)".formatted(threshold));
    }
  }

  /** A mismatch is p &lt; 0.001: one false alarm in a thousand sound experiments. */
  public static SampleRatioTest withDefaults() {
    return new SampleRatioTest(0.001);
  }

  /**
   * The same test with another threshold.
   *
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  public SampleRatioTest withThreshold(double newThreshold) {
    return new SampleRatioTest(newThreshold);
  }

  /** Whether the result speaks against the expected shares. */
  public boolean isMismatch(TestResult result) {
    return result instanceof Tested tested && tested.pValue() < threshold;
  }

  /**
   * Tests observed counts against expected shares. An arm with share 0 has to be empty: units in it
   * make the statistic infinite and p zero.
   *
   * @param counts the units of each arm, none negative
   * @param weights the expected shares in any unit, as 1:1 or 0.9:0.1 or buckets; none negative,
   *     not all zero, with decimal exponents within ±100
   * @throws IllegalArgumentException if the lists do not match or a number is out of bounds
   */
  public TestResult test(List<Long> counts, List<BigDecimal> weights) {
    check(counts, weights);
    long arms = weights.stream().filter(weight -> weight.signum() > 0).count();
    if (arms < 2 && !hasStrayUnits(counts, weights)) {
      return new NotTestable(
          Obstacle.TOO_FEW_ARMS, "%d of %d arms expects units".formatted(arms, counts.size()));
    }
    long total = total(counts);
    if (total == 0) {
      return new NotTestable(Obstacle.TOO_FEW_UNITS, "no arm has units");
    }
    double statistic = statistic(counts, weights, total);
    double degrees = Math.max(1, arms - 1);
    return Tested.of(statistic, pValue(statistic, degrees)).withDegreesOfFreedom(degrees);
  }

  private static boolean hasStrayUnits(List<Long> counts, List<BigDecimal> weights) {
    return IntStream.range(0, counts.size())
        .anyMatch(arm -> weights.get(arm).signum() == 0 && counts.get(arm) > 0);
  }

  /**
   * The results of several periods with different shares as one: independent chi-squared statistics
   * and their degrees of freedom add up.
   *
   * @param results at least one; those not testable say nothing, unless none is testable
   */
  public TestResult combined(List<TestResult> results) {
    List<Tested> tested =
        results.stream().filter(Tested.class::isInstance).map(Tested.class::cast).toList();
    if (tested.isEmpty() || results.size() == 1) {
      return results.get(0);
    }
    double statistic = tested.stream().mapToDouble(Tested::statistic).sum();
    double degrees =
        tested.stream().mapToDouble(each -> each.degreesOfFreedom().orElseThrow()).sum();
    return Tested.of(statistic, pValue(statistic, degrees)).withDegreesOfFreedom(degrees);
  }

  private static long total(List<Long> counts) {
    try {
      return counts.stream().reduce(0L, Math::addExact);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "counts %s sum to more than %d".formatted(counts, Long.MAX_VALUE), e);
    }
  }

  private static PValue pValue(double statistic, double degrees) {
    return statistic == Double.POSITIVE_INFINITY
        ? PValue.of(0)
        : Tails.chiSquared(statistic, degrees);
  }

  /** Σ (oᵢW − N wᵢ)²/(N W wᵢ) with exact differences, wᵢ of sum W. */
  private static double statistic(List<Long> counts, List<BigDecimal> weights, long total) {
    BigDecimal allWeights = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal all = BigDecimal.valueOf(total);
    double sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      BigDecimal weight = weights.get(i);
      BigDecimal observed = BigDecimal.valueOf(counts.get(i)).multiply(allWeights);
      BigDecimal difference = observed.subtract(all.multiply(weight));
      if (difference.signum() != 0) {
        double d = difference.doubleValue();
        sum += d / total * (d / allWeights.doubleValue()) / weight.doubleValue();
      }
    }
    return sum;
  }

  private static void check(List<Long> counts, List<BigDecimal> weights) {
    if (counts.size() != weights.size() || counts.size() < 2) {
      throw new IllegalArgumentException(
          "%d counts and %d weights; both take one number for each of at least 2 arms"
              .formatted(counts.size(), weights.size()));
    }
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) < 0) {
        throw new IllegalArgumentException(
            "count %d of arm %d is below 0".formatted(counts.get(i), i + 1));
      }
      if (weights.get(i).signum() < 0) {
        throw new IllegalArgumentException(
            "weight %s of arm %d is below 0".formatted(weights.get(i), i + 1));
      }
      checkExponent(weights.get(i), i + 1);
    }
  }

  private static void checkExponent(BigDecimal weight, int arm) {
    long exponent = (long) weight.precision() - weight.scale();
    if (Math.abs((long) weight.scale()) > MAX_EXPONENT || Math.abs(exponent) > MAX_EXPONENT) {
      throw new IllegalArgumentException(
          "weight of %d digits with exponent %d of arm %d is beyond exponent ±%d"
              .formatted(weight.precision(), exponent, arm, MAX_EXPONENT));
    }
  }
}
