package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Two proportions in several strata: Cochran's (1954) z, and the difference with Mantel and
 * Haenszel's weights n₀n₁/N (Greenland and Robins 1985, Estimation of a common effect parameter
 * from sparse follow-up data, Biometrics 41, 55-68).
 *
 * @param strata those in which both arms have units
 */
record StratifiedProportions(List<ConversionTable> strata) {

  static TestResult test(List<List<Moments>> strata, double confidence, Alternative alternative) {
    Optional<NotTestable> wrong =
        strata.stream().flatMap(arms -> ConversionTable.wrongArm(arms).stream()).findFirst();
    if (wrong.isPresent()) {
      return wrong.get();
    }
    StratifiedProportions proportions =
        new StratifiedProportions(
            strata.stream().map(ConversionTable::of).filter(table -> weight(table) > 0).toList());
    return proportions.nullVariance() > 0
        ? proportions.tested(confidence, alternative)
        : new NotTestable(
            Obstacle.NOT_STRATIFIABLE,
            "no stratum has 2 arms with units, and both conversions and failures among them");
  }

  private Tested tested(double confidence, Alternative alternative) {
    double weights = sum(StratifiedProportions::weight);
    double estimate = sum(table -> weight(table) * difference(table)) / weights;
    double error = Math.sqrt(nullVariance()) / weights;
    double wald = Math.sqrt(sum(StratifiedProportions::variance)) / weights;
    double halfWidth = wald * Tails.criticalNormal(confidence, alternative);
    return Tested.of(estimate / error, Tails.normal(estimate / error, alternative))
        .withEstimate(estimate, error)
        .with(ConfidenceInterval.around(estimate, halfWidth, alternative));
  }

  /** Σ w p(1 − p) at the common rates p: the variance of Σ w d where there is no difference. */
  private double nullVariance() {
    return sum(table -> weight(table) * CochranTest.spread(table));
  }

  private double sum(ToDoubleFunction<ConversionTable> term) {
    return strata.stream().mapToDouble(term).sum();
  }

  /** n₀n₁/N; 0 where an arm has no units. */
  private static double weight(ConversionTable table) {
    return table.allUnits() == 0
        ? 0
        : (double) table.units().get(0) / table.allUnits() * table.units().get(1);
  }

  private static double difference(ConversionTable table) {
    return table.proportion(1).minus(table.proportion(0));
  }

  private static double variance(ConversionTable table) {
    double weight = weight(table);
    return weight
        * weight
        * (table.proportion(0).squaredError() + table.proportion(1).squaredError());
  }
}
