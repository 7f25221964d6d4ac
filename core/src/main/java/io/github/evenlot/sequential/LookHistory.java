package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.List;
import java.util.Map;

/**
 * The looks that a design has been through, with all that the next boundary depends on: each
 * further look costs one integration step, however many there were, also after the history was
 * stored and read back ({@link #toDocument}).
 *
 * <p>Immutable.
 */
public final class LookHistory {

  private final GroupSequentialDesign design;
  private final HistoryState state;

  private LookHistory(GroupSequentialDesign design, HistoryState state) {
    this.design = design;
    this.state = state;
  }

  static LookHistory start(GroupSequentialDesign design) {
    return new LookHistory(design, HistoryState.START);
  }

  /** The boundaries of the looks taken, first to last. */
  public List<LookBoundary> boundaries() {
    return state.boundaries();
  }

  /**
   * The history with one more look, whose boundary is the last of {@link #boundaries}.
   *
   * @param information the information fraction, above that of the look before
   * @throws IllegalArgumentException if it is not, if at the look before every statistic ended the
   *     test, or if a spending function falls or leaves its range
   */
  public LookHistory next(double information) {
    return look(information, information >= 1);
  }

  /**
   * As {@link #next}, for a look that is known to be the last, whatever its statistic: it spends
   * all that is left of alpha, also where less information came than was planned. Whether a look is
   * the last must not depend on the results seen.
   */
  public LookHistory finalLook(double information) {
    return look(information, true);
  }

  /** What the looks, as they fell, do under a drift if the test stops at every boundary. */
  public StoppingBoundaries stoppingBoundaries() {
    StoppingBoundaries all = StoppingBoundaries.NONE;
    for (LookBoundary look : boundaries()) {
      all = all.plus(look.information(), lower(look, true), look.boundary());
    }
    return all;
  }

  /**
   * What the statistic of the last look says, if the test ends with it. The drift, in whose units
   * the estimates are, is the mean of z at information 1.
   *
   * @param z the statistic; the earlier looks are taken to have stayed within their boundaries
   * @param confidence of the stagewise interval, in (0, 1)
   * @throws IllegalArgumentException if there was no look, {@code z} is not finite or {@code
   *     confidence} is out of range
   */
  public SequentialEstimate estimate(double z, double confidence) {
    if (boundaries().isEmpty()) {
      throw new IllegalArgumentException("there was no look");
    }
    StoppingBoundaries all = StoppingBoundaries.NONE;
    for (LookBoundary look : boundaries()) {
      boolean counts = design.futility().map(Futility::binding).orElse(true);
      all = all.plus(look.information(), lower(look, counts), look.boundary());
    }
    LookBoundary last = boundaries().get(boundaries().size() - 1);
    return new StagewiseOrdering(all.stages(), z).estimate(design.sides(), last, confidence);
  }

  /**
   * All of it as a plain map of numbers, text and lists, for an adapter to turn into bytes. The
   * spending function goes by its name.
   *
   * @throws IllegalArgumentException if it has none ({@link SpendingFunction#named})
   */
  public Map<String, Object> toDocument() {
    return HistoryDocuments.toDocument(design, state);
  }

  /**
   * Reads what {@link #toDocument} gave.
   *
   * @param design the design of the history
   * @throws IllegalArgumentException if the document is malformed or of another design
   */
  public static LookHistory ofDocument(GroupSequentialDesign design, Map<String, ?> document) {
    return new LookHistory(design, HistoryDocuments.state(design, document));
  }

  GroupSequentialDesign design() {
    return design;
  }

  /** Whether every statistic has ended the test by now. */
  boolean isOver() {
    return state.futilityProcess().isOver();
  }

  private double lower(LookBoundary look, boolean stopsForFutility) {
    boolean bound = design.futility().isPresent() && stopsForFutility;
    return bound ? look.futility() : design.sides().opposite(look.boundary());
  }

  private LookHistory look(double information, boolean last) {
    Information.check(state.information(), information);
    Step step = state.process().to(information);
    double spent = design.spentPerSide(information, last, state.alphaSpent());
    double increment = spent - state.alphaSpent();
    boolean spends = Budget.isSomething(increment);
    double upper = spends ? upper(step, increment) : Double.POSITIVE_INFINITY;
    HistoryState next = state.withSpent(spends ? spent : state.alphaSpent(), state.betaSpent());
    return new LookHistory(
        design,
        design
            .futility()
            .map(futility -> withFutility(next, futility, step, upper, last))
            .orElseGet(() -> withoutFutility(next, step, upper)));
  }

  private static double upper(Step step, double increment) {
    double upper = BoundarySearch.upper(step, increment, 0);
    if (Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "the binding futility bounds leave less than %s of the null distribution to information %s, what this look has to spend: their drift is too great"
              .formatted(increment, step.time()));
    }
    return upper;
  }

  private HistoryState withoutFutility(HistoryState next, Step step, double upper) {
    ScoreProcess process = next.process().after(step, design.sides().opposite(upper), upper);
    return next.withProcesses(process, process)
        .with(boundary(step.time(), upper, Double.NEGATIVE_INFINITY, next.alphaSpent()));
  }

  private HistoryState withFutility(
      HistoryState next, Futility futility, Step step, double upper, boolean last) {
    Step followed = next.futilityProcess().to(step.time());
    double spent = futility.spent(step.time(), next.betaSpent());
    double lower =
        last ? upper : Math.min(upper, futility.score(followed, spent - next.betaSpent()));
    double counted = futility.binding() ? lower : Double.NEGATIVE_INFINITY;
    ScoreProcess process = next.process().after(step, counted, upper);
    ScoreProcess stopped =
        futility.binding() ? process : next.futilityProcess().after(followed, lower, upper);
    return next.withProcesses(process, stopped)
        .withSpent(next.alphaSpent(), Double.isInfinite(lower) ? next.betaSpent() : spent)
        .with(boundary(step.time(), upper, lower, next.alphaSpent()));
  }

  private LookBoundary boundary(double information, double upper, double lower, double spent) {
    double root = Math.sqrt(information);
    int sides = design.sides().count();
    double nominalP = sides * NormalTail.survival(upper / root);
    return new LookBoundary(information, upper / root, lower / root, nominalP, sides * spent);
  }
}
