package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A group-sequential test with alpha spending (Lan and DeMets 1983): it may look at the data at any
 * information times, in any number, chosen without regard to the results, and still rejects a true
 * null hypothesis with probability at most alpha.
 *
 * <p>The statistics z of the looks are taken to be jointly normal with covariance √(t_j/t_k), j ≤
 * k, where t is the information fraction: that holds asymptotically for the usual tests.
 *
 * <pre>{@code
 * GroupSequentialDesign.withDefaults().boundaries(0.25, 0.5, 0.75, 1);
 * }</pre>
 *
 * @param spending how fast alpha is spent
 * @param alpha the type I error rate over all sides and looks, in (0, ½)
 * @param sides on which sides it rejects
 * @param futility bounds at which it stops without rejecting, if any
 */
public record GroupSequentialDesign(
    SpendingFunction spending, double alpha, Sides sides, Optional<Futility> futility) {

  /**
   * @throws IllegalArgumentException if {@code alpha} is not in (0, ½) or there are futility bounds
   *     in a two-sided design
   */
  public GroupSequentialDesign {
    Objects.requireNonNull(spending, "spending");
    Objects.requireNonNull(sides, "sides");
    Objects.requireNonNull(futility, "futility");
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is outside (0, 0.5)");
    }
    if (futility.isPresent() && sides != Sides.ONE_SIDED) {
      throw new IllegalArgumentException("futility bounds need a one-sided design, not " + sides);
    }
  }

  /** Without futility bounds. */
  public GroupSequentialDesign(SpendingFunction spending, double alpha, Sides sides) {
    this(spending, alpha, sides, Optional.empty());
  }

  /** O'Brien-Fleming type spending, two-sided, 5 percent. */
  public static GroupSequentialDesign withDefaults() {
    return new GroupSequentialDesign(SpendingFunction.obrienFleming(), 0.05, Sides.TWO_SIDED);
  }

  /** The same design with another spending function. */
  public GroupSequentialDesign withSpending(SpendingFunction newSpending) {
    return new GroupSequentialDesign(newSpending, alpha, sides, futility);
  }

  /**
   * The same with another type I error rate.
   *
   * @throws IllegalArgumentException if it is outside (0, ½)
   */
  public GroupSequentialDesign withAlpha(double newAlpha) {
    return new GroupSequentialDesign(spending, newAlpha, sides, futility);
  }

  /** The same on other sides. */
  public GroupSequentialDesign withSides(Sides newSides) {
    return new GroupSequentialDesign(spending, alpha, newSides, futility);
  }

  /**
   * The same design with futility bounds.
   *
   * @throws IllegalArgumentException if it is two-sided
   */
  public GroupSequentialDesign withFutility(Futility newFutility) {
    return new GroupSequentialDesign(spending, alpha, sides, Optional.of(newFutility));
  }

  /** No look taken yet; the way to boundaries one look at a time. */
  public LookHistory start() {
    return LookHistory.start(this);
  }

  /**
   * The boundaries of looks at the given information fractions. A fraction above 1 (more data came
   * than was planned) spends what is left of alpha, and its true value counts in the covariance.
   *
   * @param information increasing positive information fractions
   * @throws IllegalArgumentException if they are not increasing, positive and finite, or if the
   *     spending function falls or leaves [0, alpha]
   */
  public List<LookBoundary> boundaries(double... information) {
    return history(information).boundaries();
  }

  /**
   * The drift, the mean of z at information 1, that a fixed-sample test with all the information
   * detects with a probability: on one side, as {@link StoppingBoundaries#power} counts.
   *
   * @param power in (0, 1)
   * @throws IllegalArgumentException if it is outside [0, 1]; 0 and 1 have an infinite drift
   */
  public double fixedSampleDrift(double power) {
    return NormalTail.quantile(alpha / sides.count()) - NormalTail.quantile(power);
  }

  /**
   * By which factor the planned information has to exceed that of a fixed-sample test of the same
   * power, so that looks at these fractions of it do not cost power.
   *
   * @param power above α, or with two sides α/2, and below 1
   * @param information as for {@link #boundaries}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public double inflationFactor(double power, double... information) {
    double least = alpha / sides.count();
    if (!(power > least && power < 1)) {
      throw new IllegalArgumentException("power %s is outside (%s, 1)".formatted(power, least));
    }
    double drift = history(information).stoppingBoundaries().driftForPower(power);
    double ratio = drift / fixedSampleDrift(power);
    return ratio * ratio;
  }

  LookHistory history(double... information) {
    LookHistory history = start();
    for (double time : information) {
      history = history.next(time);
    }
    return history;
  }

  /** What one side has spent after a look. */
  double spentPerSide(double information, boolean last, double before) {
    double limit = alpha / sides.count();
    if (last || before == limit) {
      return limit;
    }
    double spent = sides.spentPerSide(spending, alpha, information);
    return Budget.check(spending, spent, before, limit, information);
  }

  /** Which design this is, in a line. */
  String description() {
    String test = "%s, alpha %s, %s".formatted(spending.id(), alpha, sides);
    return futility.map(f -> test + ", futility " + f.description()).orElse(test);
  }
}
