package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The z test of two proportions with the pooled standard error; z² is Pearson's chi-squared.
 *
 * <p>Takes values of 0 and 1. The interval is not made of the pooled error, so close to the limit
 * it may exclude 0 where the test does not reject, or the other way round.
 *
 * @param confidence of the interval, in (0, 1); at least ½ if it is one-sided
 * @param alternative what is held against equal proportions
 * @param bounds how the interval is made
 */
public record TwoProportionZTest(
    double confidence, Alternative alternative, ProportionBounds bounds) implements TestMethod {

  static final String ID = "two-proportion-z";

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public TwoProportionZTest {
    Objects.requireNonNull(alternative, "alternative");
    Tails.checkConfidence(confidence, alternative);
    Objects.requireNonNull(bounds, "bounds");
  }

  /** Two-sided, with Newcombe's 95 percent interval. */
  public static TwoProportionZTest withDefaults() {
    return new TwoProportionZTest(
        MethodParameters.DEFAULT_CONFIDENCE, Alternative.TWO_SIDED, ProportionBounds.NEWCOMBE);
  }

  /** The same test against another alternative. */
  public TwoProportionZTest with(Alternative newAlternative) {
    return new TwoProportionZTest(confidence, newAlternative, bounds);
  }

  /**
   * The same test with another confidence.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public TwoProportionZTest withConfidence(double newConfidence) {
    return new TwoProportionZTest(newConfidence, alternative, bounds);
  }

  /** The same test with an interval made otherwise. */
  public TwoProportionZTest with(ProportionBounds newBounds) {
    return new TwoProportionZTest(confidence, alternative, newBounds);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public TestResult test(List<Moments> arms) {
    Arms.checkTwo(ID, arms);
    Optional<NotTestable> obstacle = ConversionTable.obstacle(arms);
    return obstacle.isPresent() ? obstacle.get() : tested(ConversionTable.of(arms));
  }

  /**
   * Over several strata by Cochran's (1954) z, whose square is that of {@link PearsonChiSquared},
   * with Mantel and Haenszel's weighted difference (Greenland and Robins 1985) and a Wald interval,
   * whatever {@code bounds} say.
   */
  @Override
  public TestResult testWithin(List<List<Moments>> strata) {
    strata.forEach(arms -> Arms.checkTwo(ID, arms));
    return strata.size() == 1
        ? test(strata.get(0))
        : StratifiedProportions.test(strata, confidence, alternative);
  }

  private Tested tested(ConversionTable table) {
    Proportion control = table.proportion(0);
    Proportion treatment = table.proportion(1);
    double estimate = treatment.minus(control);
    double error = pooledError(table);
    return Tested.of(estimate / error, Tails.normal(estimate / error, alternative))
        .withEstimate(estimate, error)
        .with(bounds.interval(treatment, control, confidence, alternative));
  }

  /** √(p(1−p)(1/n₀ + 1/n₁)) at the common rate p. */
  private static double pooledError(ConversionTable table) {
    Proportion all = new Proportion(table.allConverted(), table.allUnits());
    return Math.sqrt(
        all.rate() * all.complement() * (1.0 / table.units().get(0) + 1.0 / table.units().get(1)));
  }
}
