package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.internal.Message;

/**
 * How salt and unit become one text, as {@code "{unit}:{salt}"}.
 *
 * @param beforeUnit what stands before the unit, with {@code {salt}} in the place of the salt
 * @param afterUnit what stands behind it
 */
record Wording(String beforeUnit, String afterUnit) {

  private static final String UNIT = "{unit}";
  private static final String SALT = "{salt}";

  static Wording of(String template) {
    int unit = template.indexOf(UNIT);
    return new Wording(template.substring(0, unit), template.substring(unit + UNIT.length()));
  }

  Salted salted(String salt) {
    return new Salted(
        beforeUnit.replace(SALT, salt).getBytes(UTF_8),
        afterUnit.replace(SALT, salt).getBytes(UTF_8));
  }

  /** The wording with its salt: what is before and behind the unit. */
  static final class Salted {

    private final byte[] before;
    private final byte[] after;

    private Salted(byte[] before, byte[] after) {
      this.before = before;
      this.after = after;
    }

    Message of(EncodedUnit unit) {
      return unit.message().append(before).append(unit.bytes(), unit.length()).append(after);
    }
  }
}
