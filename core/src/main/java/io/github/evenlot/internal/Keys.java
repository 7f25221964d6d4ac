package io.github.evenlot.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the keys of experiments, variants and metrics may look like. */
public final class Keys {

  private static final int MAX_LENGTH = 200;

  private Keys() {}

  /**
   * Returns {@code key} if it has 1 to 200 characters, none of them a control character (databases
   * refuse NUL) or half of a surrogate pair (two keys would be one in UTF-8), and no {@code $} in
   * front (rows that count exposures use that).
   *
   * @param what what has the key, for the message
   * @throws IllegalArgumentException otherwise
   */
  public static String check(String what, String key) {
    if (key.isEmpty() || key.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "%s \"%s\" has %d characters, not 1 to %d"
              .formatted(what, shortened(key), key.length(), MAX_LENGTH));
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      throw refused(what, key, "has a control character");
    }
    if (!UTF_8.newEncoder().canEncode(key)) {
      throw refused(what, key, "has half of a surrogate pair");
    }
    if (key.charAt(0) == '$') {
      throw refused(what, key, "begins with $, which is reserved");
    }
    return key;
  }

  private static IllegalArgumentException refused(String what, String key, String why) {
    return new IllegalArgumentException("%s \"%s\" %s".formatted(what, shortened(key), why));
  }

  private static String shortened(String key) {
    String visible = key.replaceAll("[\\p{Cntrl}\\x80-\\x9F\\p{Cs}]", "\uFFFD");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }
}
