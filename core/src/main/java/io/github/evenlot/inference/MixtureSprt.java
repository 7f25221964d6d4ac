package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * The mixture sequential probability ratio test (Robbins 1970; Johari, Pekelis and Walsh 2017,
 * Always valid inference): valid whenever one looks, with no plan of looks.
 *
 * <p>Effects are thought of as normal around 0 with variance τ²; that decides where the test is
 * sharpest, not whether it is valid. The statistic is ln Λ, the p-value 1/Λ of the data at hand. A
 * sequence of looks may keep the smallest p-value and the intersection of the intervals so far.
 *
 * @param tauSquared τ², the variance of the effects one expects; positive
 * @param confidence of the interval at all times together, in (0, 1)
 * @param estimator what is compared
 */
public record MixtureSprt(double tauSquared, double confidence, Estimator estimator)
    implements TestMethod {

  static final String ID = "msprt";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public MixtureSprt {
    if (!(tauSquared > 0) || Double.isInfinite(tauSquared)) {
      throw new IllegalArgumentException(
          "tau_squared %s is not positive and finite".formatted(tauSquared));
    }
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(estimator, "estimator");
  }

  /**
   * Of means, with a 95 percent interval.
   *
   * @param tauSquared τ², in squared units of the estimate
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static MixtureSprt ofTauSquared(double tauSquared) {
    return new MixtureSprt(tauSquared, MethodParameters.DEFAULT_CONFIDENCE, Estimator.MEAN);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public MixtureSprt withConfidence(double newConfidence) {
    return new MixtureSprt(tauSquared, newConfidence, estimator);
  }

  /** The same test of what another estimator estimates. */
  public MixtureSprt with(Estimator newEstimator) {
    return new MixtureSprt(tauSquared, confidence, newEstimator);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(ID, estimator, arms, c -> tested(c.estimate(), c.standardError()));
  }

  Tested tested(double estimate, double error) {
    double spread = tauSquared / error / error;
    double z = estimate / error;
    // So written, a spread beyond any double is none that matters.
    double widening = 1 + 1 / spread;
    double logSpread =
        Double.isInfinite(spread) ? Math.log(tauSquared) - 2 * Math.log(error) : Math.log1p(spread);
    double logRatio = z * z / (2 * widening) - logSpread / 2;
    double halfWidth = error * Math.sqrt(widening * (logSpread - 2 * Math.log1p(-confidence)));
    return Tested.of(logRatio, PValue.ofLog(Math.min(0, -logRatio)))
        .withEstimate(estimate, error)
        .with(ConfidenceInterval.around(estimate, halfWidth, Alternative.TWO_SIDED));
  }
}
