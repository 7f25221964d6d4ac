package io.github.evenlot.sequential;

/**
 * A group-sequential test as it goes: looks with their statistics, one after the other. The first
 * look that reaches a boundary ends the test; what comes later is not held against it.
 *
 * <pre>{@code
 * LookReport report =
 *     Monitor.of(GroupSequentialDesign.withDefaults()).look(0.4, 1.8).look(0.7, 2.9).report(0.95);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Monitor {

  private final LookHistory history;
  private final double z;
  private final boolean last;
  private final double information;

  /**
   * @param z of the last look that counts
   * @param last whether that was the last there may be
   * @param information of the last look of all
   */
  private Monitor(LookHistory history, double z, boolean last, double information) {
    this.history = history;
    this.z = z;
    this.last = last;
    this.information = information;
  }

  /** No look taken yet. */
  public static Monitor of(GroupSequentialDesign design) {
    return new Monitor(design.start(), Double.NaN, false, 0);
  }

  /**
   * The test with one more look. If an earlier look ended the test, it changes nothing of what the
   * test decided, but has to be a look as any other.
   *
   * @param nextInformation the information fraction, above that of the look before
   * @param statistic z
   * @throws IllegalArgumentException as {@link LookHistory#next}, or if {@code statistic} is not
   *     finite
   */
  public Monitor look(double nextInformation, double statistic) {
    return next(nextInformation, statistic, nextInformation >= 1);
  }

  /**
   * As {@link #look}, for the last look, which may spend all that is left of alpha ({@link
   * LookHistory#finalLook}).
   */
  public Monitor finalLook(double nextInformation, double statistic) {
    return next(nextInformation, statistic, true);
  }

  private Monitor next(double nextInformation, double statistic, boolean isLast) {
    Information.check(information, nextInformation);
    checkFinite(statistic);
    if (isOver()) {
      return new Monitor(history, z, last, nextInformation);
    }
    LookHistory grown = isLast ? history.finalLook(nextInformation) : history.next(nextInformation);
    return new Monitor(grown, statistic, isLast, nextInformation);
  }

  /** Whether the test ended. */
  public boolean isOver() {
    return number() > 0 && outcome() != LookOutcome.CONTINUE;
  }

  /**
   * What the looks so far decide and say.
   *
   * @param confidence of the stagewise interval, in (0, 1)
   * @throws IllegalArgumentException if there was no look or {@code confidence} is out of range
   */
  public LookReport report(double confidence) {
    SequentialEstimate estimate = history.estimate(z, confidence);
    return new LookReport(
        outcome(),
        new Explanation(history.design(), boundary(), number(), z).of(outcome()),
        number(),
        boundary(),
        z,
        estimate);
  }

  private int number() {
    return history.boundaries().size();
  }

  private LookBoundary boundary() {
    return history.boundaries().get(number() - 1);
  }

  private LookOutcome outcome() {
    if (history.design().sides().extremeness(z) >= boundary().boundary()) {
      return LookOutcome.REJECT;
    }
    if (last) {
      return LookOutcome.END_WITHOUT_REJECTION;
    }
    return z <= boundary().futility() ? LookOutcome.STOP_FOR_FUTILITY : LookOutcome.CONTINUE;
  }

  private static void checkFinite(double z) {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("z " + z + " is not finite");
    }
  }
}
