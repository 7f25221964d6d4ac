package io.github.evenlot.sequential;

import java.util.List;
import java.util.Objects;

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
 */
public record GroupSequentialDesign(SpendingFunction spending, double alpha, Sides sides) {

  /**
   * @throws IllegalArgumentException if {@code alpha} is not in (0, ½)
   */
  public GroupSequentialDesign {
    Objects.requireNonNull(spending, "spending");
    Objects.requireNonNull(sides, "sides");
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is outside (0, 0.5)");
    }
  }

  /** O'Brien-Fleming type spending, two-sided, 5 percent. */
  public static GroupSequentialDesign withDefaults() {
    return new GroupSequentialDesign(SpendingFunction.obrienFleming(), 0.05, Sides.TWO_SIDED);
  }

  public GroupSequentialDesign withSpending(SpendingFunction newSpending) {
    return new GroupSequentialDesign(newSpending, alpha, sides);
  }

  public GroupSequentialDesign withAlpha(double newAlpha) {
    return new GroupSequentialDesign(spending, newAlpha, sides);
  }

  public GroupSequentialDesign withSides(Sides newSides) {
    return new GroupSequentialDesign(spending, alpha, newSides);
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
    LookHistory history = start();
    for (double time : information) {
      history = history.next(time);
    }
    return history.boundaries();
  }

  /** What one side may have spent at a look. */
  double spentPerSide(double information) {
    double limit = alpha / sides.count();
    if (information >= 1) {
      return limit;
    }
    double spent = sides.spentPerSide(spending, alpha, information);
    if (!(spent >= 0 && spent <= limit)) {
      throw new IllegalArgumentException(
          "spending function %s spends %s a side at information %s, outside [0, %s]"
              .formatted(spending.id(), spent, information, limit));
    }
    return spent;
  }
}
