package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * Whether the treatment is not worse than the control by a margin or more: Welch's t test against a
 * shifted null hypothesis, one-sided. A small p-value means <em>not worse</em>.
 *
 * @param margin the loss that would matter, in units of the estimate; positive
 * @param better {@code GREATER} where more is better, {@code LESS} where less is
 * @param confidence of the one-sided interval, in (0, 1)
 * @param estimator what is compared
 */
public record NonInferiorityTest(
    double margin, Alternative better, double confidence, Estimator estimator)
    implements TestMethod {

  static final String ID = "non-inferiority";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public NonInferiorityTest {
    if (!(margin > 0) || Double.isInfinite(margin)) {
      throw new IllegalArgumentException("margin %s is not positive and finite".formatted(margin));
    }
    if (better == Alternative.TWO_SIDED) {
      throw new IllegalArgumentException(
          "alternative two-sided has no better side; it is greater or less");
    }
    Objects.requireNonNull(better, "better");
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(estimator, "estimator");
  }

  /**
   * Of means of which more is better, with a one-sided 95 percent interval.
   *
   * @param margin in units of the metric
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static NonInferiorityTest ofMargin(double margin) {
    return new NonInferiorityTest(
        margin, Alternative.GREATER, MethodParameters.DEFAULT_CONFIDENCE, Estimator.MEAN);
  }

  /**
   * The same test with another side that is better.
   *
   * @throws IllegalArgumentException if it is two-sided
   */
  public NonInferiorityTest with(Alternative newBetter) {
    return new NonInferiorityTest(margin, newBetter, confidence, estimator);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public NonInferiorityTest withConfidence(double newConfidence) {
    return new NonInferiorityTest(margin, better, newConfidence, estimator);
  }

  /** The same test of what another estimator estimates. */
  public NonInferiorityTest with(Estimator newEstimator) {
    return new NonInferiorityTest(margin, better, confidence, newEstimator);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean testsDifference() {
    return false;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    double bound = better == Alternative.GREATER ? -margin : margin;
    return Comparison.test(
        ID, estimator, arms, comparison -> comparison.welchFrom(bound, confidence, better));
  }
}
