package io.github.evenlot.experiment;

/** What the keys of experiments, variants and metrics may look like. */
final class Keys {

  private static final int MAX_LENGTH = 200;

  private Keys() {}

  /**
   * Returns {@code key} if it has 1 to 200 characters, none of them a control character (databases
   * refuse NUL), and no {@code $} in front (rows that count exposures use that).
   *
   * @throws IllegalArgumentException otherwise
   */
  static String check(String what, String key) {
    if (key.isEmpty() || key.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "%s \"%s\" has %d characters, not 1 to %d"
              .formatted(what, shortened(key), key.length(), MAX_LENGTH));
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s \"%s\" has a control character".formatted(what, shortened(key)));
    }
    if (key.charAt(0) == '$') {
      throw new IllegalArgumentException(
          "%s \"%s\" begins with $, which is reserved".formatted(what, shortened(key)));
    }
    return key;
  }

  private static String shortened(String key) {
    String visible = key.replaceAll("\\p{Cntrl}", "\uFFFD");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }
}
