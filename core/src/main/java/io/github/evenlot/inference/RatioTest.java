package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * The difference of two ratios Σy/Σx, as of latency over requests, by the delta method ({@link
 * Estimator#RATIO}) with a normal p-value and interval.
 *
 * @param confidence of the interval, in (0, 1)
 * @param alternative what is held against equal ratios
 */
public record RatioTest(double confidence, Alternative alternative) implements TestMethod {

  static final String ID = "ratio";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public RatioTest {
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(alternative, "alternative");
  }

  /** Two-sided, with a 95 percent interval. */
  public static RatioTest withDefaults() {
    return new RatioTest(MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED);
  }

  /** The same test against another alternative. */
  public RatioTest with(Alternative newAlternative) {
    return new RatioTest(confidence, newAlternative);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public RatioTest withConfidence(double newConfidence) {
    return new RatioTest(newConfidence, alternative);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(
        ID, Estimator.RATIO, arms, comparison -> comparison.normal(confidence, alternative));
  }
}
