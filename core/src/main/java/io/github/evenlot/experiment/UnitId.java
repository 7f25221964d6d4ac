package io.github.evenlot.experiment;

import java.util.Objects;

/**
 * Who is randomised: the id of a user, device or organisation. Any text is a valid id, the empty
 * one too.
 *
 * @param value the id as text
 */
public record UnitId(String value) {

  public UnitId {
    Objects.requireNonNull(value, "value");
  }

  /** The unit whose id is this text. */
  public static UnitId of(String value) {
    return new UnitId(value);
  }

  /** The same unit as {@code of(Long.toString(value))}, so both ways of asking agree. */
  public static UnitId of(long value) {
    return new UnitId(Long.toString(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
