package io.github.evenlot.targeting;

/**
 * A verdict together with the steps that are left for the rest of the judging, in one int, so that
 * counting allocates nothing: the steps that are left after a match, their complement after none.
 * Where a step is needed and none is left, the condition as a whole does not match.
 */
final class Steps {

  /** At 2 to 20 nanoseconds a step this is less than a millisecond. */
  static final int MOST = 50_000;

  static final int EXHAUSTED = ~0;

  private Steps() {}

  static int verdict(boolean matches, int left) {
    return matches ? left : ~left;
  }

  static boolean matches(int verdict) {
    return verdict >= 0;
  }

  static int left(int verdict) {
    return verdict >= 0 ? verdict : ~verdict;
  }

  /** What is left after the cost is paid, 0 if it can't be. */
  static int pay(int left, long cost) {
    return cost < left ? left - (int) cost : 0;
  }

  /** Whether the whole matches: an exhausted one does not, under whatever negation. */
  static boolean matchesInTime(int verdict) {
    return verdict > 0;
  }
}
