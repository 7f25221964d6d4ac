package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Cochran's test that arms convert alike within strata (Cochran 1954, Some methods for
 * strengthening the common χ² tests, Biometrics 10, 417-451), for any number of arms in the form of
 * Landis, Heyman and Koch (1978): of each arm the excess of conversions over what the common rate
 * of its stratum would give, summed over strata, against its variance. With one stratum this is
 * Pearson's chi-squared; Mantel and Haenszel's has N − 1 for N in the variance.
 */
final class CochranTest {

  private final List<ConversionTable> strata;

  private CochranTest(List<ConversionTable> strata) {
    this.strata = strata;
  }

  static TestResult test(List<List<Moments>> strata) {
    Optional<NotTestable> wrong =
        strata.stream().flatMap(arms -> ConversionTable.wrongArm(arms).stream()).findFirst();
    return wrong.isPresent()
        ? wrong.get()
        : new CochranTest(strata.stream().map(ConversionTable::of).toList()).test();
  }

  private TestResult test() {
    List<Integer> arms = new ArrayList<>();
    for (int arm = 0; arm < strata.get(0).arms(); arm++) {
      if (covariance(arm, arm) > 0) {
        arms.add(arm);
      }
    }
    if (arms.size() < 2) {
      return new NotTestable(
          Obstacle.NOT_STRATIFIABLE,
          "no stratum has 2 arms with units, and both conversions and failures among them");
    }
    // The excesses of all arms sum to zero, so the last one tells nothing new.
    return tested(arms.subList(0, arms.size() - 1));
  }

  private TestResult tested(List<Integer> arms) {
    RealVector excess = new ArrayRealVector(arms.size());
    RealMatrix correlation = new Array2DRowRealMatrix(arms.size(), arms.size());
    for (int i = 0; i < arms.size(); i++) {
      excess.setEntry(i, excess(arms.get(i)) / deviation(arms.get(i)));
      for (int j = 0; j < arms.size(); j++) {
        double deviations = deviation(arms.get(i)) * deviation(arms.get(j));
        correlation.setEntry(i, j, covariance(arms.get(i), arms.get(j)) / deviations);
      }
    }
    DecompositionSolver solver = new LUDecomposition(correlation).getSolver();
    if (!solver.isNonSingular()) {
      return new NotTestable(
          Obstacle.NOT_STRATIFIABLE,
          "some arms were in no stratum together, nor with a common third");
    }
    double statistic = Math.max(0, excess.dotProduct(solver.solve(excess)));
    return Tested.of(statistic, Tails.chiSquared(statistic, arms.size()))
        .withDegreesOfFreedom(arms.size());
  }

  private double excess(int arm) {
    return strata.stream().filter(CochranTest::hasUnits).mapToDouble(t -> t.excess(arm)).sum();
  }

  private double deviation(int arm) {
    return Math.sqrt(covariance(arm, arm));
  }

  /** Σ p(1−p)(nᵢ[i = j] − nᵢnⱼ/N) at the common rate p of each stratum. */
  private double covariance(int i, int j) {
    return strata.stream()
        .filter(CochranTest::hasUnits)
        .mapToDouble(table -> covariance(table, i, j))
        .sum();
  }

  private static double covariance(ConversionTable table, int i, int j) {
    double all = table.allUnits();
    double units = table.units().get(i);
    double others =
        i == j
            ? IntStream.range(0, table.arms())
                .filter(k -> k != i)
                .mapToLong(table.units()::get)
                .sum()
            : -(double) table.units().get(j);
    return spread(table) * (units / all) * others;
  }

  /** p(1 − p). */
  static double spread(ConversionTable table) {
    double all = table.allUnits();
    return table.allConverted() / all * ((all - table.allConverted()) / all);
  }

  static boolean hasUnits(ConversionTable table) {
    return table.allUnits() > 0;
  }
}
