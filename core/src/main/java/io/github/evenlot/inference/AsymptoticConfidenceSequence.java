package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * An asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024,
 * Time-uniform central limit theory and asymptotic confidence sequences): an interval that holds at
 * all times together once n is large.
 *
 * <p>It is narrowest, relative to a fixed interval, at about n = {@code tuningUnits} over both
 * arms.
 *
 * @param tuningUnits the units, over both arms, at which it is tuned; positive
 * @param confidence at all times together, in (½, 1)
 * @param alternative what is held against no effect
 * @param estimator what is compared
 */
public record AsymptoticConfidenceSequence(
    double tuningUnits, double confidence, Alternative alternative, Estimator estimator)
    implements TestMethod {

  static final String ID = "asymptotic-cs";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public AsymptoticConfidenceSequence {
    if (!(tuningUnits > 0) || Double.isInfinite(tuningUnits)) {
      throw new IllegalArgumentException(
          "tuning_n %s is not positive and finite".formatted(tuningUnits));
    }
    Tails.checkConfidenceAboveHalf(confidence);
    Objects.requireNonNull(alternative, "alternative");
    Objects.requireNonNull(estimator, "estimator");
  }

  /**
   * Of means, two-sided, with a 95 percent interval.
   *
   * @param units over both arms, at which it is tuned
   * @throws IllegalArgumentException if they are not positive and finite
   */
  public static AsymptoticConfidenceSequence tunedTo(double units) {
    return new AsymptoticConfidenceSequence(
        units, MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED, Estimator.MEAN);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public AsymptoticConfidenceSequence withConfidence(double newConfidence) {
    return new AsymptoticConfidenceSequence(tuningUnits, newConfidence, alternative, estimator);
  }

  /** The same test against another alternative. */
  public AsymptoticConfidenceSequence with(Alternative newAlternative) {
    return new AsymptoticConfidenceSequence(tuningUnits, confidence, newAlternative, estimator);
  }

  /** The same test of what another estimator estimates. */
  public AsymptoticConfidenceSequence with(Estimator newEstimator) {
    return new AsymptoticConfidenceSequence(tuningUnits, confidence, alternative, newEstimator);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(
        ID, estimator, arms, c -> tested(c.units(), c.estimate(), c.standardError()));
  }

  Tested tested(double units, double estimate, double error) {
    double spread = units * rhoSquared();
    double z = estimate / error;
    double halfWidth = error * Math.sqrt(2 * (1 + 1 / spread) * logBoundary(spread));
    return Tested.of(z, PValue.ofLog(Math.min(0, logP(z, spread))))
        .withEstimate(estimate, error)
        .with(ConfidenceInterval.around(estimate, halfWidth, alternative));
  }

  /**
   * ρ² = (−2 ln a + ln(1 − 2 ln a))/n at the tuning n, with a = α two-sided and 2α one-sided: close
   * to what makes the interval at that n narrowest.
   */
  double rhoSquared() {
    double deviance = -2 * Math.log(twoSidedAlpha());
    return (deviance + Math.log1p(deviance)) / tuningUnits;
  }

  private double twoSidedAlpha() {
    double alpha = 1 - confidence;
    return alternative == Alternative.TWO_SIDED ? alpha : 2 * alpha;
  }

  /** ln(√(nρ²+1)/α), and one-sided ln(1 + √(nρ²+1)/(2α)). */
  private double logBoundary(double spread) {
    double ratio = Math.sqrt(spread + 1) / twoSidedAlpha();
    return alternative == Alternative.TWO_SIDED ? Math.log(ratio) : Math.log1p(ratio);
  }

  /** The logarithm of the smallest α, at the same ρ, whose interval excludes 0. */
  private double logP(double z, double spread) {
    double exponent = z * z / (2 * (1 + 1 / spread));
    double logRoot = Math.log1p(spread) / 2;
    return switch (alternative) {
      case TWO_SIDED -> logRoot - exponent;
      case GREATER -> z > 0 ? logRoot - Math.log(2) - logExpm1(exponent) : 0;
      case LESS -> z < 0 ? logRoot - Math.log(2) - logExpm1(exponent) : 0;
    };
  }

  /** ln(eˣ − 1) without overflow. */
  private static double logExpm1(double x) {
    return x + Math.log(-Math.expm1(-x));
  }
}
