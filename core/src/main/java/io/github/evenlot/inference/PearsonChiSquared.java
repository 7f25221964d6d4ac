package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * Pearson's chi-squared test that two or more arms convert alike, on the full 2×k table: converted
 * and not converted (Pearson 1900). Without a continuity correction.
 *
 * <p>A sum over the conversion cells alone is smaller by the factor 1 − p̂, with the common rate
 * p̂, and is not this statistic.
 *
 * <p>Takes values of 0 and 1. Gives a statistic, its k − 1 degrees of freedom and a p-value.
 */
public record PearsonChiSquared() implements TestMethod {

  static final String ID = "pearson";

  /** The only configuration. */
  public static PearsonChiSquared withDefaults() {
    return new PearsonChiSquared();
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

  /** By Cochran's (1954) test, which with one stratum is Pearson's. */
  @Override
  public TestResult testWithin(List<List<Moments>> strata) {
    strata.forEach(arms -> Arms.checkTwoOrMore(ID, arms));
    return strata.size() == 1 ? test(strata.get(0)) : CochranTest.test(strata);
  }

  private static Tested tested(ConversionTable table) {
    double statistic = statistic(table);
    double degrees = table.arms() - 1;
    return Tested.of(statistic, Tails.chiSquared(statistic, degrees)).withDegreesOfFreedom(degrees);
  }

  /** Σ (o − e)²/e over both cells of each arm, where the differences o − e are opposite. */
  private static double statistic(ConversionTable table) {
    double all = table.allUnits();
    double converted = table.allConverted();
    double notConverted = table.allUnits() - table.allConverted();
    double sum = 0;
    for (int i = 0; i < table.arms(); i++) {
      double excess = table.excess(i);
      double units = table.units().get(i);
      sum += excess / units * (excess / converted) * (all / notConverted) * all;
    }
    return sum;
  }
}
