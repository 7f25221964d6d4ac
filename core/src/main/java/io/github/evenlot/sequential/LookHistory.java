package io.github.evenlot.sequential;

import java.util.ArrayList;
import java.util.List;

/**
 * The looks that a design has been through, with all that the next boundary depends on: each
 * further look costs one integration step, however many there were.
 *
 * <p>Immutable.
 */
public final class LookHistory {

  /** Below this a probability has lost digits; its boundary is beyond 37. */
  private static final double NOTHING = 1e-300;

  /** Two looks have to differ by more than the rounding of their information. */
  private static final double LEAST_GROWTH = 1e-12;

  private final GroupSequentialDesign design;
  private final ScoreProcess process;
  private final double spentPerSide;
  private final List<LookBoundary> boundaries;

  private LookHistory(
      GroupSequentialDesign design,
      ScoreProcess process,
      double spentPerSide,
      List<LookBoundary> boundaries) {
    this.design = design;
    this.process = process;
    this.spentPerSide = spentPerSide;
    this.boundaries = boundaries;
  }

  static LookHistory start(GroupSequentialDesign design) {
    return new LookHistory(design, ScoreProcess.START, 0, List.of());
  }

  /** The boundaries of the looks taken, first to last. */
  public List<LookBoundary> boundaries() {
    return boundaries;
  }

  /**
   * The history with one more look, whose boundary is the last of {@link #boundaries}.
   *
   * @param information the information fraction, above that of the look before
   * @throws IllegalArgumentException if it is not, or if the spending function falls or leaves [0,
   *     alpha]
   */
  public LookHistory next(double information) {
    checkGrowth(information);
    double target = design.spentPerSide(information);
    checkSpending(target, information);
    double increment = target - spentPerSide;
    return increment < NOTHING ? withoutBoundary(information) : next(information, target);
  }

  private LookHistory next(double information, double target) {
    Step step = process.to(information);
    double score = BoundarySearch.upperBoundary(step, target - spentPerSide);
    double opposite = design.sides().opposite(score);
    double z = score / Math.sqrt(information);
    double nominalP = design.sides().count() * StandardNormal.tail(z);
    return new LookHistory(
        design,
        process.after(step, opposite, score),
        target,
        boundariesWith(information, z, nominalP, target));
  }

  /** What such a look does not spend is left for the next. */
  private LookHistory withoutBoundary(double information) {
    List<LookBoundary> all = boundariesWith(information, Double.POSITIVE_INFINITY, 0, spentPerSide);
    return new LookHistory(design, process, spentPerSide, all);
  }

  private List<LookBoundary> boundariesWith(
      double information, double z, double nominalP, double spent) {
    List<LookBoundary> all = new ArrayList<>(boundaries);
    all.add(new LookBoundary(information, z, nominalP, spent * design.sides().count()));
    return List.copyOf(all);
  }

  private double lastInformation() {
    return boundaries.isEmpty() ? 0 : boundaries.get(boundaries.size() - 1).information();
  }

  private void checkGrowth(double information) {
    if (!(information > 0) || Double.isInfinite(information)) {
      throw new IllegalArgumentException(
          "information " + information + " is not positive and finite");
    }
    double last = lastInformation();
    if (!(information - last > LEAST_GROWTH * information)) {
      throw new IllegalArgumentException(
          "information %s is not above %s, that of the look before".formatted(information, last));
    }
  }

  private void checkSpending(double target, double information) {
    if (target < spentPerSide) {
      throw new IllegalArgumentException(
          "spending function %s falls from %s to %s a side between information %s and %s"
              .formatted(
                  design.spending().id(), spentPerSide, target, lastInformation(), information));
    }
  }
}
