package io.github.evenlot.simulation;

/**
 * One look of a schedule. A bound on z is written as the p-value that a test of one look has there,
 * so that any method with a p-value can be held against it.
 *
 * @param users the control's users at the look, all there are so far; positive
 * @param level reject if p is at or below it; 0 for never
 * @param futility stop without rejecting if p is at or above it; above 1 for never
 */
public record PlannedLook(long users, double level, double futility) {

  /** No p-value is as large. */
  static final double NEVER = 2;

  /**
   * @throws IllegalArgumentException if {@code users} is not positive, {@code level} outside [0, 1)
   *     or {@code futility} not above it
   */
  public PlannedLook {
    if (users < 1) {
      throw new IllegalArgumentException(
          "a look at %d users; it takes at least 1".formatted(users));
    }
    if (!(level >= 0 && level < 1)) {
      throw new IllegalArgumentException("level %s is outside [0, 1)".formatted(level));
    }
    if (!(futility > level)) {
      throw new IllegalArgumentException(
          "futility %s is not above the level %s".formatted(futility, level));
    }
  }

  /** Without a bound for futility. */
  public PlannedLook(long users, double level) {
    this(users, level, NEVER);
  }

  boolean rejects(double pValue) {
    return level > 0 && pValue <= level;
  }

  boolean isFutile(double pValue) {
    return pValue >= futility;
  }
}
