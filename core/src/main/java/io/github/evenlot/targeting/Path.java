package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** Where in a document something is, for messages; written out only when one is needed. */
record Path(@Nullable Path parent, String step) {

  private static final int MOST_SHOWN = 60;

  static Path of(String whole) {
    return new Path(null, whole);
  }

  Path field(String name) {
    return new Path(this, "." + shortened(name));
  }

  Path element(int index) {
    return new Path(this, "[" + index + "]");
  }

  /** A value, in a message. */
  static String shown(@Nullable Object value) {
    if (value instanceof String text) {
      return "\"" + shortened(text) + "\"";
    }
    return shortened(String.valueOf(value));
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
  }

  @Override
  public String toString() {
    return parent == null ? step : parent + step;
  }
}
