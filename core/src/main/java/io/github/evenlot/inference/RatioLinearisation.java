package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * The ratio R = ȳ/x̄ of two means over the same units by the delta method: it varies as the mean of
 * (y − R x)/x̄ (Deng, Knoblich and Lu 2018, Applying the delta method in metric analytics).
 */
final class RatioLinearisation {

  private RatioLinearisation() {}

  static Optional<String> obstacle(List<Moments> arms) {
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).x().mean() == 0) {
        return Optional.of("%s has a denominator of mean 0".formatted(Arms.name(i, arms.size())));
      }
    }
    return Optional.empty();
  }

  static Moments of(Moments arm) {
    double denominator = arm.x().mean();
    double ratio = arm.mean() / denominator;
    double variance =
        ResidualVariance.of(arm.variance(), ratio, arm.covarianceXy(), arm.x().variance());
    return new Moments(
        arm.n(),
        Marginal.of(ratio, variance / denominator / denominator),
        Marginal.ZERO,
        Marginal.ZERO,
        0,
        0);
  }
}
