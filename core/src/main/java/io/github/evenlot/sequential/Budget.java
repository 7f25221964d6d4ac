package io.github.evenlot.sequential;

/** An error rate that is spent from look to look. */
final class Budget {

  /** Below this a probability has lost digits; its boundary is beyond 37. */
  private static final double NOTHING = 1e-300;

  private Budget() {}

  /**
   * Returns {@code spent}, what a spending function gave.
   *
   * @param before what was spent at the look before
   * @throws IllegalArgumentException if it is less than that, above {@code limit} or NaN
   */
  static double check(
      SpendingFunction spending, double spent, double before, double limit, double information) {
    if (spent >= before && spent <= limit) {
      return spent;
    }
    throw new IllegalArgumentException(
        "spending function %s has spent %s at information %s, outside [%s, %s], from what it had spent before to all there is"
            .formatted(spending.id(), spent, information, before, limit));
  }

  /** Whether an increment has a boundary that a statistic can reach. */
  static boolean isSomething(double increment) {
    return increment >= NOTHING;
  }
}
