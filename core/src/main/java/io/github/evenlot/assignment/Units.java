package io.github.evenlot.assignment;

import io.github.evenlot.experiment.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Whose assignment is asked for, where there is more than one kind of unit: the id of the user, of
 * the device, of the organisation. An experiment says which kind it randomises.
 */
@FunctionalInterface
public interface Units {

  /**
   * The id of the unit of a kind, as {@code user} or {@code device}; null if there is none or it is
   * not known.
   */
  @Nullable String idOf(String kind);

  /** A user and nothing else. */
  static Units ofUser(String id) {
    return kind -> kind.equals(Audience.USER) ? id : null;
  }

  /** These units, and one more of another kind. */
  default Units and(String kind, String id) {
    return asked -> asked.equals(kind) ? id : idOf(asked);
  }
}
