package io.github.evenlot.inference;

import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.List;

/**
 * CUPED (Deng, Xu, Kohavi and Walker 2013, Improving the sensitivity of online controlled
 * experiments by utilizing pre-experiment data): y − θ(c − c̄) has the mean of y and less variance.
 *
 * <p>θ = Σ (n−1) Cov(y, c) / Σ (n−1) Var(c) is pooled within arms, so that a treatment effect does
 * not leak into it, and c̄ is the mean over all units. A covariate without variance adjusts
 * nothing.
 *
 * @param theta the coefficient
 * @param covariate the moments of the covariate over all arms
 */
record CupedAdjustment(double theta, Marginal covariate) {

  static CupedAdjustment of(List<Moments> arms) {
    double covariance = 0;
    double variance = 0;
    for (Moments arm : arms) {
      covariance += (arm.n() - 1) * arm.covarianceYc();
      variance += (arm.n() - 1) * arm.c().variance();
    }
    Marginal pooled = arms.stream().reduce(Moments.EMPTY, Moments::plus).c();
    return new CupedAdjustment(variance > 0 ? covariance / variance : 0, pooled);
  }

  List<Moments> adjusted(List<Moments> arms) {
    return arms.stream().map(this::adjusted).toList();
  }

  private Moments adjusted(Moments arm) {
    double variance =
        ResidualVariance.of(arm.variance(), theta, arm.covarianceYc(), arm.c().variance());
    Marginal mean = arm.y().shifted(-theta * arm.c().minus(covariate));
    return new Moments(
        arm.n(),
        new Marginal(mean.mean(), mean.residual(), variance),
        Marginal.ZERO,
        Marginal.ZERO,
        0,
        0);
  }
}
