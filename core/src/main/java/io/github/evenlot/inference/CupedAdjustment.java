package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * CUPED (Deng, Xu, Kohavi and Walker 2013, Improving the sensitivity of online controlled
 * experiments by utilizing pre-experiment data): y − θ(c − c̄) has the mean of y and less variance.
 *
 * <p>θ = Σ (n−1) Cov(y, c) / Σ (n−1) Var(c) is pooled within arms, so that a treatment effect does
 * not leak into it, and c̄ is the mean over all units. A covariate without variance adjusts
 * nothing.
 *
 * @param theta the coefficient
 * @param covariate the mean of the covariate over all arms
 */
record CupedAdjustment(double theta, Marginal covariate) {

  static CupedAdjustment of(List<Moments> arms) {
    double covariance = 0;
    double variance = 0;
    for (Moments arm : arms) {
      covariance += (arm.n() - 1) * arm.covarianceYc();
      variance += (arm.n() - 1) * arm.c().variance();
    }
    return new CupedAdjustment(variance > 0 ? covariance / variance : 0, pooledMean(arms));
  }

  /** Why nothing can be adjusted so; empty if it can. */
  static Optional<NotTestable> obstacle(List<Moments> arms) {
    CupedAdjustment adjustment = of(arms);
    for (int i = 0; i < arms.size(); i++) {
      double variance = adjustment.variance(arms.get(i));
      if (variance < 0) {
        return Optional.of(ResidualVariance.contradiction(Arms.name(i, arms.size()), variance));
      }
    }
    return arms.stream().allMatch(adjustment::isFinite)
        ? Optional.empty()
        : Optional.of(
            new NotTestable(
                Obstacle.OUT_OF_RANGE,
                "the coefficient %s of the covariate is out of range".formatted(adjustment.theta)));
  }

  List<Moments> adjusted(List<Moments> arms) {
    return arms.stream().map(this::adjusted).toList();
  }

  private Moments adjusted(Moments arm) {
    Marginal mean = arm.y().shifted(shift(arm));
    Marginal adjusted = new Marginal(mean.mean(), mean.residual(), variance(arm));
    return new Moments(arm.n(), adjusted, Marginal.ZERO, Marginal.ZERO, 0, 0);
  }

  private boolean isFinite(Moments arm) {
    return Double.isFinite(shift(arm)) && Double.isFinite(variance(arm));
  }

  private double shift(Moments arm) {
    return -theta * arm.c().minus(covariate);
  }

  private double variance(Moments arm) {
    return ResidualVariance.of(arm.variance(), theta, arm.covarianceYc(), arm.c().variance());
  }

  private static Marginal pooledMean(List<Moments> arms) {
    Marginal first = arms.get(0).c();
    double units = arms.stream().mapToDouble(Moments::n).sum();
    double offset = arms.stream().mapToDouble(arm -> arm.n() / units * arm.c().minus(first)).sum();
    return first.shifted(offset);
  }
}
