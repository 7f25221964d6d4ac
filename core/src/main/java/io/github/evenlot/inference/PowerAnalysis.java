package io.github.evenlot.inference;

import io.github.evenlot.internal.NormalTail;
import java.util.Objects;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * How many units find which effect how surely, by the normal approximation: of effect, units and
 * power, any two give the third.
 *
 * <p>The power is Φ((|δ| − z s₀)/s₁), two-sided with the small chance of the wrong side added, with
 * the standard errors s₀ without and s₁ with the effect. Units are those of the control, as real
 * numbers; whoever plans rounds up.
 *
 * @param metric how the standard errors depend on the effect
 * @param alpha the type I error rate, in (0, ½)
 * @param sides 1 or 2; one-sided, the alternative is on the side of the effect
 * @param allocation treatment units per control unit; positive
 * @param inflation by how much more units a sequential design takes than one look at the end; at
 *     least 1
 */
public record PowerAnalysis(
    PowerMetric metric, double alpha, int sides, double allocation, double inflation) {

  private static final int MAX_STEPS = 500;
  private static final double ACCURACY = 1e-15;

  /**
   * @throws IllegalArgumentException if a component is out of its range
   */
  public PowerAnalysis {
    Objects.requireNonNull(metric, "metric");
    check("alpha", alpha, 0, 0.5);
    check("allocation", allocation, 0, Double.POSITIVE_INFINITY);
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides %d is neither 1 nor 2".formatted(sides));
    }
    if (!(inflation >= 1) || Double.isInfinite(inflation)) {
      throw new IllegalArgumentException(
          "inflation %s is not finite and at least 1".formatted(inflation));
    }
  }

  /** Of a metric, two-sided at 5 percent, arms of equal size, one look. */
  public static PowerAnalysis of(PowerMetric metric) {
    return new PowerAnalysis(metric, 0.05, 2, 1, 1);
  }

  /**
   * The same with another type I error rate.
   *
   * @throws IllegalArgumentException if it is outside (0, ½)
   */
  public PowerAnalysis withAlpha(double newAlpha) {
    return new PowerAnalysis(metric, newAlpha, sides, allocation, inflation);
  }

  /**
   * The same with another number of sides.
   *
   * @throws IllegalArgumentException if it is neither 1 nor 2
   */
  public PowerAnalysis withSides(int newSides) {
    return new PowerAnalysis(metric, alpha, newSides, allocation, inflation);
  }

  /**
   * The same with other treatment units per control unit.
   *
   * @throws IllegalArgumentException if they are not positive and finite
   */
  public PowerAnalysis withAllocation(double newAllocation) {
    return new PowerAnalysis(metric, alpha, sides, newAllocation, inflation);
  }

  /**
   * The same for a sequential design that takes so many times the units, as of {@code
   * GroupSequentialDesign.inflationFactor}.
   *
   * @throws IllegalArgumentException if it is below 1 or infinite
   */
  public PowerAnalysis withInflation(double newInflation) {
    return new PowerAnalysis(metric, alpha, sides, allocation, newInflation);
  }

  /**
   * The probability to find an effect.
   *
   * @param effect the true difference, in units of the metric
   * @param controlUnits the units of the control; positive
   * @return the power, in (0, 1]
   * @throws IllegalArgumentException if the units are not positive and finite, or the effect leads
   *     a proportion out of 0..1
   */
  public double power(double effect, double controlUnits) {
    check("units", controlUnits, 0, Double.POSITIVE_INFINITY);
    return 1 - missed(effect, controlUnits / inflation);
  }

  /**
   * The units of the control that find an effect with a given power.
   *
   * @param effect the true difference, in units of the metric; not 0
   * @param power above alpha and below 1
   * @return the units as a real number, to be rounded up; the treatment has {@code allocation}
   *     times as many
   * @throws IllegalArgumentException if an argument is out of range, or the effect leads a
   *     proportion out of 0..1, or the normal approximation finds it without units, as it may where
   *     a power near alpha is asked of unequal arms
   */
  public double controlUnits(double effect, double power) {
    check("power", power, alpha, 1);
    check("absolute effect", Math.abs(effect), 0, Double.POSITIVE_INFINITY);
    double enough = unitsWithoutWrongSide(effect, power);
    if (Double.isInfinite(enough)) {
      throw new IllegalArgumentException(
          "effect %s is too small: no finite number of units finds it".formatted(effect));
    }
    if (missed(effect, 0) <= 1 - power) {
      throw new IllegalArgumentException(
          "effect %s is found with power %s by no units at all, as far as the approximation goes"
              .formatted(effect, power));
    }
    double units = solve(root -> missed(effect, root * root) - (1 - power), 0, Math.sqrt(enough));
    return units * units * inflation;
  }

  /**
   * The smallest increase that is found with a given power. For a decrease of a proportion p ask
   * for an increase of 1 − p.
   *
   * @param controlUnits the units of the control; positive
   * @param power above alpha and below 1
   * @return the effect, in units of the metric; positive
   * @throws IllegalArgumentException if an argument is out of range, or no effect there can be is
   *     found so surely by so few units
   */
  public double detectableEffect(double controlUnits, double power) {
    check("units", controlUnits, 0, Double.POSITIVE_INFINITY);
    check("power", power, alpha, 1);
    double units = controlUnits / inflation;
    UnivariateFunction excess = effect -> missed(effect, units) - (1 - power);
    double most = metric.largestEffect(units, allocation);
    if (excess.value(most) > 0) {
      throw new IllegalArgumentException(
          "no effect below %s is found with power %s by %s units"
              .formatted(most, power, controlUnits));
    }
    return solve(excess, 0, most);
  }

  /** The probability not to find the effect. */
  private double missed(double effect, double units) {
    double z = NormalTail.quantile(alpha / sides);
    double shift = Math.abs(effect) * Math.sqrt(units);
    double bound = z * metric.nullDeviation(effect, allocation);
    double deviation = metric.deviation(effect, allocation);
    double wrongSide = sides == 2 ? NormalTail.survival((shift + bound) / deviation) : 0;
    return NormalTail.survival((shift - bound) / deviation) - wrongSide;
  }

  private double unitsWithoutWrongSide(double effect, double power) {
    double z = NormalTail.quantile(alpha / sides);
    double root =
        (z * metric.nullDeviation(effect, allocation)
                + NormalTail.quantile(1 - power) * metric.deviation(effect, allocation))
            / Math.abs(effect);
    return root * root;
  }

  private static double solve(UnivariateFunction function, double low, double high) {
    // At its own start the two-sided root is the one-sided one, up to rounding.
    return function.value(high) >= 0
        ? high
        : new BrentSolver(ACCURACY, Double.MIN_NORMAL, 0).solve(MAX_STEPS, function, low, high);
  }

  static void check(String what, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new IllegalArgumentException(
          "%s %s is outside (%s, %s)".formatted(what, value, low, high));
    }
  }
}
