package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * Whether the difference lies within bounds that do not matter: two one-sided Welch tests, TOST
 * (Schuirmann 1987, A comparison of the two one-sided tests procedure). A small p-value means
 * <em>equivalent</em>.
 *
 * <p>Both have to reject: the p-value is the larger of the two, the statistic is the one it came
 * from, and the interval has confidence 1 − 2α, so that it lies within the bounds exactly when p is
 * below α.
 *
 * @param low the lower bound of what does not matter, in units of the estimate
 * @param high the upper bound; above {@code low}
 * @param confidence 1 − α, in (½, 1)
 * @param estimator what is compared
 */
public record EquivalenceTest(double low, double high, double confidence, Estimator estimator)
    implements TestMethod {

  static final String ID = "tost";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public EquivalenceTest {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "low %s is not below high %s, both finite".formatted(low, high));
    }
    Tails.checkConfidenceAboveHalf(confidence);
    Objects.requireNonNull(estimator, "estimator");
  }

  /**
   * Of means, at α = 5 percent.
   *
   * @throws IllegalArgumentException if {@code low} is not below {@code high}, or one not finite
   */
  public static EquivalenceTest within(double low, double high) {
    return new EquivalenceTest(low, high, MethodParameters.DEFAULT_CONFIDENCE, Estimator.MEAN);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public EquivalenceTest withConfidence(double newConfidence) {
    return new EquivalenceTest(low, high, newConfidence, estimator);
  }

  /** The same test of what another estimator estimates. */
  public EquivalenceTest with(Estimator newEstimator) {
    return new EquivalenceTest(low, high, confidence, newEstimator);
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
    return Comparison.test(ID, estimator, arms, this::tested);
  }

  private Tested tested(Comparison comparison) {
    Tested above = comparison.welchFrom(low, confidence, Alternative.GREATER);
    Tested below = comparison.welchFrom(high, confidence, Alternative.LESS);
    Tested weaker = above.logPValue() >= below.logPValue() ? above : below;
    return weaker.with(
        new ConfidenceInterval(
            above.interval().orElseThrow().lower(), below.interval().orElseThrow().upper()));
  }
}
