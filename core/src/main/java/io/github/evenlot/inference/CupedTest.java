package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * Welch's t test of the metric adjusted by the same metric before the exposure ({@link
 * Estimator#CUPED}): the estimate is of the same difference, with less variance.
 *
 * @param confidence of the interval, in (0, 1)
 * @param alternative what is held against equal means
 */
public record CupedTest(double confidence, Alternative alternative) implements TestMethod {

  static final String ID = "cuped";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public CupedTest {
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(alternative, "alternative");
  }

  /** Two-sided, with a 95 percent interval. */
  public static CupedTest withDefaults() {
    return new CupedTest(MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED);
  }

  /** The same test against another alternative. */
  public CupedTest with(Alternative newAlternative) {
    return new CupedTest(confidence, newAlternative);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public CupedTest withConfidence(double newConfidence) {
    return new CupedTest(newConfidence, alternative);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(
        ID, Estimator.CUPED, arms, comparison -> comparison.welch(confidence, alternative));
  }
}
