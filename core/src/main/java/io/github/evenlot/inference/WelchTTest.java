package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * Welch's t test of two means with unequal variances (Welch 1947, The generalization of "Student's"
 * problem when several different population variances are involved).
 *
 * @param confidence of the interval, in (0, 1)
 * @param alternative what is held against equal means
 */
public record WelchTTest(double confidence, Alternative alternative) implements TestMethod {

  static final String ID = "welch";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public WelchTTest {
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(alternative, "alternative");
  }

  /** Two-sided, with a 95 percent interval. */
  public static WelchTTest withDefaults() {
    return new WelchTTest(MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED);
  }

  /** The same test against another alternative. */
  public WelchTTest with(Alternative newAlternative) {
    return new WelchTTest(confidence, newAlternative);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public WelchTTest withConfidence(double newConfidence) {
    return new WelchTTest(newConfidence, alternative);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(
        ID, Estimator.MEAN, arms, comparison -> comparison.welch(confidence, alternative));
  }
}
