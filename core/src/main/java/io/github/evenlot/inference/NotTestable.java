package io.github.evenlot.inference;

import java.util.Objects;

/**
 * The data allow no test.
 *
 * @param obstacle why, for a program
 * @param reason why, for people: a clause that names the arm, the value and the bound
 */
public record NotTestable(Obstacle obstacle, String reason) implements TestResult {

  public NotTestable {
    Objects.requireNonNull(obstacle, "obstacle");
    Objects.requireNonNull(reason, "reason");
  }

  /** With {@link Obstacle#OTHER}, for a reason that the others don't cover. */
  public NotTestable(String reason) {
    this(Obstacle.OTHER, reason);
  }

  /** The same, said of an arm. */
  NotTestable of(String arm) {
    return new NotTestable(obstacle, "%s %s".formatted(arm, reason));
  }
}
