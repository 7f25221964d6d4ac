package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.util.Objects;

/**
 * A fact that can't be counted.
 *
 * @param fact the fact as it came
 * @param reason why, for people
 */
public record RejectedFact(Fact fact, String reason) {

  public RejectedFact {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(reason, "reason");
  }
}
