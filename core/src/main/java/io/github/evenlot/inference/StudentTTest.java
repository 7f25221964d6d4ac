package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;

/**
 * Student's t test of two means with variances taken as equal (Student 1908, The probable error of
 * a mean). Where the variances differ and the arms are not of equal size its error rate is wrong;
 * {@link WelchTTest} is right in both cases.
 *
 * @param confidence of the interval, in (0, 1)
 * @param alternative what is held against equal means
 */
public record StudentTTest(double confidence, Alternative alternative) implements TestMethod {

  static final String ID = "student";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public StudentTTest {
    Tails.checkConfidence(confidence);
    Objects.requireNonNull(alternative, "alternative");
  }

  /** Two-sided, with a 95 percent interval. */
  public static StudentTTest withDefaults() {
    return new StudentTTest(MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED);
  }

  /** The same test against another alternative. */
  public StudentTTest with(Alternative newAlternative) {
    return new StudentTTest(confidence, newAlternative);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public StudentTTest withConfidence(double newConfidence) {
    return new StudentTTest(newConfidence, alternative);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    return Comparison.test(
        ID, Estimator.MEAN, arms, comparison -> comparison.student(confidence, alternative));
  }
}
