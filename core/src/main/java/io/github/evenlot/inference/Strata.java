package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Arms in several strata, as epochs with different shares, made comparable by direct
 * standardisation: every arm is given the mixture of strata that all arms have together. The mean
 * of an arm is Σ wₛ ȳₛ and its squared error Σ wₛ² sₛ²/nₛ with weights wₛ = Nₛ/N of the units of
 * all arms (Cochran 1977, Sampling techniques, §5A.9; Miratrix, Sekhon and Yu 2013, Adjusting
 * treatment effect estimates by post-stratification in randomized experiments).
 */
final class Strata {

  private static final int LEAST_UNITS = 2;

  private Strata() {}

  /**
   * Tests the arms after standardisation. A stratum in which an arm has fewer than two units tells
   * nothing of the comparison and is left out, whatever was measured in it.
   *
   * @param strata of each stratum the arms, the control first
   */
  static TestResult test(TestMethod method, List<List<Moments>> strata) {
    List<List<Moments>> complete = strata.stream().filter(Strata::isComplete).toList();
    if (strata.size() == 1 || complete.size() == 1) {
      return method.test(complete.isEmpty() ? strata.get(0) : complete.get(0));
    }
    return complete.isEmpty()
        ? new NotTestable(
            Obstacle.TOO_FEW_UNITS,
            "none of %d strata has %d units in every arm".formatted(strata.size(), LEAST_UNITS))
        : named(complete.size(), method.test(standardised(complete)));
  }

  /** What is wrong may be so of the mixture only, which nobody has seen. */
  private static TestResult named(int strata, TestResult result) {
    return result instanceof NotTestable not
        ? new NotTestable(
            not.obstacle(), "standardised over %d strata, %s".formatted(strata, not.reason()))
        : result;
  }

  private static boolean isComplete(List<Moments> arms) {
    return arms.stream().allMatch(arm -> arm.n() >= LEAST_UNITS);
  }

  private static List<Moments> standardised(List<List<Moments>> strata) {
    double[] weights =
        strata.stream().mapToDouble(arms -> arms.stream().mapToDouble(Moments::n).sum()).toArray();
    double all = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
    }
    List<Moments> arms = new ArrayList<>();
    for (int arm = 0; arm < strata.get(0).size(); arm++) {
      int index = arm;
      arms.add(standardised(strata.stream().map(each -> each.get(index)).toList(), weights));
    }
    return arms;
  }

  private static Moments standardised(List<Moments> strata, double[] weights) {
    long n = strata.stream().mapToLong(Moments::n).reduce(0, Math::addExact);
    return new Moments(
        n,
        marginal(strata, weights, n, Moments::y),
        marginal(strata, weights, n, Moments::x),
        marginal(strata, weights, n, Moments::c),
        n * squaredErrors(strata, weights, Moments::covarianceXy),
        n * squaredErrors(strata, weights, Moments::covarianceYc));
  }

  private static Marginal marginal(
      List<Moments> strata, double[] weights, long n, Function<Moments, Marginal> variable) {
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += weights[i] * variable.apply(strata.get(i)).mean();
    }
    return Marginal.of(
        mean, n * squaredErrors(strata, weights, arm -> variable.apply(arm).variance()));
  }

  /** Σ w² v/n. */
  private static double squaredErrors(
      List<Moments> strata, double[] weights, ToDoubleFunction<Moments> variance) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      Moments arm = strata.get(i);
      sum += weights[i] * weights[i] * (variance.applyAsDouble(arm) / arm.n());
    }
    return sum;
  }
}
