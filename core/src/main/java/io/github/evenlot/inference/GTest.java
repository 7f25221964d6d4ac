package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * The likelihood-ratio test that two or more arms convert alike: G = 2 Σ o ln(o/e) over the full
 * 2×k table (Wilks 1938).
 *
 * <p>Takes values of 0 and 1. Gives a statistic, its k − 1 degrees of freedom and a p-value.
 */
public record GTest() implements TestMethod {

  static final String ID = "g-test";

  /** Below this the series has fewer than thirty terms. */
  private static final double SMALL = 0.3;

  /** The only configuration. */
  public static GTest withDefaults() {
    return new GTest();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    Arms.checkTwoOrMore(ID, arms);
    Optional<NotTestable> obstacle = ConversionTable.obstacle(arms);
    return obstacle.isPresent() ? obstacle.get() : tested(ConversionTable.of(arms));
  }

  /** Only of one stratum: over several the G statistics also tell rates of strata apart. */
  @Override
  public TestResult testWithin(List<List<Moments>> strata) {
    return strata.size() == 1
        ? test(strata.get(0))
        : new NotTestable(
            Obstacle.NOT_STRATIFIABLE,
            "method \"%s\" has no form for %d strata; \"%s\" has"
                .formatted(ID, strata.size(), PearsonChiSquared.ID));
  }

  private static Tested tested(ConversionTable table) {
    double statistic = statistic(table);
    double degrees = table.arms() - 1;
    return Tested.of(statistic, Tails.chiSquared(statistic, degrees)).withDegreesOfFreedom(degrees);
  }

  private static double statistic(ConversionTable table) {
    double rate = (double) table.allConverted() / table.allUnits();
    double complement = (double) (table.allUnits() - table.allConverted()) / table.allUnits();
    double sum = 0;
    for (int i = 0; i < table.arms(); i++) {
      double excess = table.excess(i);
      double units = table.units().get(i);
      sum += term(units * rate, excess) + term(units * complement, -excess);
    }
    return 2 * sum;
  }

  /**
   * o ln(o/e) − (o − e) for o = e + d. What is taken away sums to 0 over the table, and what
   * remains is never negative, so that the sum cancels nothing.
   */
  private static double term(double expected, double difference) {
    return expected * divergence(difference / expected);
  }

  /** (1 + u) ln(1 + u) − u. */
  private static double divergence(double u) {
    if (u <= -1) {
      return 1;
    }
    return Math.abs(u) > SMALL ? (1 + u) * Math.log1p(u) - u : divergenceSeries(u);
  }

  /** Σ (−u)ᵏ/(k(k−1)) from k = 2 on. */
  private static double divergenceSeries(double u) {
    double power = u * u;
    double sum = power / 2;
    for (int k = 3; Math.abs(power) > 1e-18 * sum; k++) {
      power *= -u;
      sum += power / (k * (k - 1.0));
    }
    return sum;
  }
}
