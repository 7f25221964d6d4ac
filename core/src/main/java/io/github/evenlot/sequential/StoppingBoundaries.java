package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.ArrayList;
import java.util.List;

/**
 * Boundaries at given information times, any at all, and what they do: the probability of ending at
 * each look, power, expected information.
 *
 * <p>The test ends at the first look whose z is at or above the upper or at or below the lower
 * boundary. z has mean drift·√t and variance 1, and the covariance of two looks is √(t_j/t_k). The
 * <em>drift</em> is thus the mean of z at information fraction 1: the true effect over the standard
 * error that its estimate has with all of the planned data.
 *
 * <p>Immutable. Each added look costs one integration step; each drift asked for costs next to
 * nothing.
 */
public final class StoppingBoundaries {

  /** No look. */
  public static final StoppingBoundaries NONE =
      new StoppingBoundaries(List.of(), ScoreProcess.START);

  private final List<Stage> stages;
  private final ScoreProcess process;

  private StoppingBoundaries(List<Stage> stages, ScoreProcess process) {
    this.stages = stages;
    this.process = process;
  }

  /**
   * These boundaries and those of one more look.
   *
   * @param information the information fraction, above that of the look before
   * @param lower the lower boundary of z; −∞ for none
   * @param upper the upper boundary of z, not below {@code lower}; ∞ for none
   * @throws IllegalArgumentException if the information does not grow, {@code lower} is above
   *     {@code upper}, or at the look before they were equal, so that no look can follow
   */
  public StoppingBoundaries plus(double information, double lower, double upper) {
    Information.check(lastInformation(), information);
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "lower boundary %s is above the upper boundary %s at information %s"
              .formatted(lower, upper, information));
    }
    Step step = process.to(information);
    double root = Math.sqrt(information);
    Stage stage = new Stage(step, lower * root, upper * root);
    List<Stage> all = new ArrayList<>(stages);
    all.add(stage);
    return new StoppingBoundaries(
        List.copyOf(all), process.after(step, stage.lower(), stage.upper()));
  }

  /** Upper boundaries, with lower ones on the other side of 0 where {@code sides} has two. */
  static StoppingBoundaries of(List<LookBoundary> looks, Sides sides) {
    StoppingBoundaries all = NONE;
    for (LookBoundary look : looks) {
      all = all.plus(look.information(), sides.opposite(look.boundary()), look.boundary());
    }
    return all;
  }

  /**
   * The probabilities of ending at each look under a drift.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public List<Crossing> crossings(double drift) {
    checkDrift(drift);
    return stages.stream().map(stage -> stage.crossing(drift)).toList();
  }

  /**
   * The probability of ever reaching the upper boundary under a drift.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public double power(double drift) {
    checkDrift(drift);
    return stages.stream().mapToDouble(stage -> stage.upperCrossing(drift)).sum();
  }

  /**
   * The drift under which the upper boundary is reached with a probability.
   *
   * @param power in (0, 1)
   * @throws IllegalArgumentException if it is not, or if there is no upper boundary
   */
  public double driftForPower(double power) {
    if (!(power > 0 && power < 1)) {
      throw new IllegalArgumentException("power " + power + " is outside (0, 1)");
    }
    Stage last = lastWithUpper();
    double root = Math.sqrt(last.step().time());
    double atLastLook = last.upper() / root - NormalTail.quantile(power);
    return DriftSearch.solve(this::power, power, atLastLook / root, 1 / root);
  }

  /**
   * The expected information fraction at the end of the test, which is at the last look if no
   * boundary is reached: the expected sample size as a share of the planned one.
   *
   * @throws IllegalArgumentException if {@code drift} is not finite
   */
  public double expectedInformation(double drift) {
    double expected = lastInformation();
    for (Crossing crossing : crossings(drift)) {
      expected -= crossing.total() * (lastInformation() - crossing.information());
    }
    return expected;
  }

  private static void checkDrift(double drift) {
    if (!Double.isFinite(drift)) {
      throw new IllegalArgumentException("drift " + drift + " is not finite");
    }
  }

  List<Stage> stages() {
    return stages;
  }

  private double lastInformation() {
    return stages.isEmpty() ? 0 : stages.get(stages.size() - 1).step().time();
  }

  private Stage lastWithUpper() {
    return stages.stream()
        .filter(stage -> Double.isFinite(stage.upper()))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalArgumentException("there is no upper boundary"));
  }
}
