package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * The lift of the treatment relative to the control: (m₁ − m₀)/|m₀|, which for a positive baseline
 * is m₁/m₀ − 1. The absolute value keeps the sign sensible where the baseline is negative: from a
 * loss of 10 to a loss of 5 is a lift of +50 percent.
 *
 * @param confidence of the interval, in (0, 1); at least ½ if it is one-sided
 * @param alternative what is held against no lift
 * @param estimator what m₀ and m₁ are
 * @param bounds how the interval and the p-value are made
 */
public record RelativeLift(
    double confidence, Alternative alternative, Estimator estimator, Bounds bounds)
    implements TestMethod {

  static final String ID = "relative-lift";

  /** How an interval for a ratio is made. */
  public enum Bounds {
    /** Lift ± z standard errors of the delta method. */
    DELTA("delta"),
    /**
     * Fieller (1954), Some problems in interval estimation, JRSS B 16: the lifts that the data do
     * not reject, exactly for normal means. Where the baseline itself may be zero (its own interval
     * of this confidence holds 0) these are all lifts, or all but those of a stretch; the interval
     * is then the least that holds them, without bounds. The p-value is that of the difference, and
     * may be small there although the interval holds 0.
     */
    FIELLER("fieller");

    private final String id;

    Bounds(String id) {
      this.id = id;
    }

    /** The name on the command line. */
    public String id() {
      return id;
    }

    /**
     * The bounds with this id.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Bounds byId(String id) {
      return Choices.byId("bounds", List.of(values()), Bounds::id, id);
    }
  }

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public RelativeLift {
    Objects.requireNonNull(alternative, "alternative");
    Tails.checkConfidence(confidence, alternative);
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(bounds, "bounds");
  }

  /** Of means, two-sided, with a 95 percent interval of the delta method. */
  public static RelativeLift withDefaults() {
    return new RelativeLift(
        MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED, Estimator.MEAN, Bounds.DELTA);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public RelativeLift withConfidence(double newConfidence) {
    return new RelativeLift(newConfidence, alternative, estimator, bounds);
  }

  /** The same test against another alternative. */
  public RelativeLift with(Alternative newAlternative) {
    return new RelativeLift(confidence, newAlternative, estimator, bounds);
  }

  /** The same test of what another estimator estimates. */
  public RelativeLift with(Estimator newEstimator) {
    return new RelativeLift(confidence, alternative, newEstimator, bounds);
  }

  /** The same test with an interval made otherwise. */
  public RelativeLift with(Bounds newBounds) {
    return new RelativeLift(confidence, alternative, estimator, newBounds);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(ID, estimator, arms, this::tested);
  }

  private TestResult tested(Comparison comparison) {
    double baseline = comparison.control().mean();
    double lift = comparison.estimate() / Math.abs(baseline);
    double error = deltaError(comparison);
    if (baseline == 0 || !Double.isFinite(lift) || !Double.isFinite(error)) {
      return new NotTestable(
          Obstacle.NO_BASELINE,
          "the control's mean is %s; nothing can be measured relative to it".formatted(baseline));
    }
    if (bounds == Bounds.DELTA && error == 0) {
      return new NotTestable(
          Obstacle.ZERO_VARIANCE,
          "the treatment has mean %s and variance %s, so the lift has no error by the delta method"
              .formatted(comparison.treatment().mean(), comparison.treatment().variance()));
    }
    double critical = Tails.criticalNormal(confidence, alternative);
    return bounds == Bounds.DELTA
        ? Tested.of(lift / error, Tails.normal(lift / error, alternative))
            .withEstimate(lift, error)
            .with(ConfidenceInterval.around(lift, critical * error, alternative))
        : Tested.of(comparison.statistic(), Tails.normal(comparison.statistic(), alternative))
            .withEstimate(lift, error)
            .with(fieller(comparison, critical));
  }

  /** √(v₁/m₀² + m₁² v₀/m₀⁴) with the squared errors v. */
  private static double deltaError(Comparison comparison) {
    double baseline = comparison.control().mean();
    double ratio = comparison.treatment().mean() / baseline;
    double squared = comparison.treatmentError() + ratio * ratio * comparison.controlError();
    return Math.sqrt(squared) / Math.abs(baseline);
  }

  /**
   * The θ with (d − θ|m₀|)² ≤ z² Var(d − θ|m₀|) for the difference d: between the roots of a
   * quadratic whose leading coefficient is m₀² − z² v₀; where that is not positive, beyond the
   * roots, or everywhere if there are none.
   */
  private ConfidenceInterval fieller(Comparison comparison, double z) {
    double baseline = comparison.control().mean();
    double treatment = comparison.treatment().mean();
    double control = z * z * comparison.controlError();
    double leading = baseline * baseline - control;
    if (leading <= 0) {
      return ConfidenceInterval.UNBOUNDED;
    }
    double centre =
        (comparison.estimate() * Math.abs(baseline) + Math.signum(baseline) * control) / leading;
    double discriminant =
        control * treatment * treatment + z * z * comparison.treatmentError() * leading;
    return ConfidenceInterval.around(centre, Math.sqrt(discriminant) / leading, alternative);
  }
}
