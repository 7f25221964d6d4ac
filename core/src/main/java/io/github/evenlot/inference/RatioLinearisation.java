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

  static Optional<NotTestable> obstacle(List<Moments> arms) {
    for (int i = 0; i < arms.size(); i++) {
      double variance = variance(arms.get(i));
      if (variance < 0) {
        return Optional.of(ResidualVariance.contradiction(Arms.name(i, arms.size()), variance));
      }
      if (!Double.isFinite(variance)) {
        return Optional.of(
            new NotTestable(
                Obstacle.NO_DENOMINATOR,
                "%s has a denominator of mean %s, too close to 0 for a ratio"
                    .formatted(Arms.name(i, arms.size()), arms.get(i).x().mean())));
      }
    }
    return Optional.empty();
  }

  static Moments of(Moments arm) {
    Marginal ratio = Marginal.of(ratio(arm), variance(arm));
    return new Moments(arm.n(), ratio, Marginal.ZERO, Marginal.ZERO, 0, 0);
  }

  private static double ratio(Moments arm) {
    return arm.mean() / arm.x().mean();
  }

  /** Var(y − R x)/x̄², not finite where there is no ratio. */
  private static double variance(Moments arm) {
    double denominator = arm.x().mean();
    double residual =
        ResidualVariance.of(arm.variance(), ratio(arm), arm.covarianceXy(), arm.x().variance());
    return residual / denominator / denominator;
  }
}
