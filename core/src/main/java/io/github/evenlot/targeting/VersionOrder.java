package io.github.evenlot.targeting;

/**
 * The order of versions: that of Semantic Versioning 2.0.0, section 11, with the liberties that
 * GrowthBook published. A {@code v} in front and build metadata are skipped; hyphens separate as
 * points do, and there may be any number of parts; exactly three are a release, which comes after
 * its pre-releases. Parts of digits are numbers of any length, below the empty part, which is below
 * all other text.
 */
final class VersionOrder {

  private static final int RELEASE_PARTS = 3;

  private VersionOrder() {}

  /** The sign of the order of two versions. */
  static int compare(String a, String b) {
    int endA = end(a);
    int endB = end(b);
    int atA = start(a);
    int atB = start(b);
    int parts = 0;
    while (atA <= endA && atB <= endB) {
      int toA = partEnd(a, atA, endA);
      int toB = partEnd(b, atB, endB);
      int sign = comparePart(a, atA, toA, b, atB, toB);
      if (sign != 0) {
        return sign;
      }
      atA = toA + 1;
      atB = toB + 1;
      parts++;
    }
    return compareRest(atA <= endA, atB <= endB, parts);
  }

  /** The longer one is later, unless the shorter one is a release. */
  private static int compareRest(boolean moreA, boolean moreB, int parts) {
    int longer = Boolean.compare(moreA, moreB);
    return parts == RELEASE_PARTS ? -longer : longer;
  }

  private static int start(String version) {
    return version.startsWith("v") ? 1 : 0;
  }

  private static int end(String version) {
    int build = version.indexOf('+');
    return build < 0 ? version.length() : build;
  }

  private static int partEnd(String version, int from, int end) {
    int at = from;
    while (at < end && version.charAt(at) != '.' && version.charAt(at) != '-') {
      at++;
    }
    return at;
  }

  private static int comparePart(String a, int fromA, int toA, String b, int fromB, int toB) {
    boolean numberA = isNumber(a, fromA, toA);
    boolean numberB = isNumber(b, fromB, toB);
    if (numberA && numberB) {
      return compareNumbers(a, fromA, toA, b, fromB, toB);
    }
    return numberA == numberB
        ? compareTexts(a, fromA, toA, b, fromB, toB)
        : Boolean.compare(numberB, numberA);
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }

  private static int compareNumbers(String a, int fromA, int toA, String b, int fromB, int toB) {
    int firstA = withoutZeros(a, fromA, toA);
    int firstB = withoutZeros(b, fromB, toB);
    int longer = Integer.compare(toA - firstA, toB - firstB);
    return longer != 0 ? longer : compareTexts(a, firstA, toA, b, firstB, toB);
  }

  private static int withoutZeros(String text, int from, int to) {
    int first = from;
    while (first < to && text.charAt(first) == '0') {
      first++;
    }
    return first;
  }

  private static int compareTexts(String a, int fromA, int toA, String b, int fromB, int toB) {
    int shared = Math.min(toA - fromA, toB - fromB);
    for (int i = 0; i < shared; i++) {
      int sign = Character.compare(a.charAt(fromA + i), b.charAt(fromB + i));
      if (sign != 0) {
        return sign;
      }
    }
    return Integer.compare(toA - fromA, toB - fromB);
  }
}
