package io.github.evenlot.event;

import java.time.Instant;

/** The event times that days of the calendar and databases can hold. */
final class EventTime {

  private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private EventTime() {}

  /**
   * @throws IllegalArgumentException if {@code time} is outside the years 1 to 9999
   */
  static Instant check(Instant time) {
    if (time.isBefore(MIN) || time.isAfter(MAX)) {
      throw new IllegalArgumentException("time " + time + " is outside the years 1 to 9999");
    }
    return time;
  }
}
