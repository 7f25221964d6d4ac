package io.github.evenlot.targeting;

/**
 * Reads a text as a number: a sign, digits, at most one point. Up to 32 characters and 18 digits,
 * zeros in front not counted, so that it takes neither memory nor time.
 */
final class DecimalText {

  private static final int MOST_CHARACTERS = 32;
  private static final int MOST_DIGITS = 18;

  private static final double[] TENS = tens();

  private DecimalText() {}

  /** The number; exact to 15 digits, to a unit in the last place beyond. NaN if it is none. */
  static double parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Double.NaN;
    }
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    double size = size(text, start);
    return text.startsWith("-") ? -size : size;
  }

  private static double size(String text, int start) {
    long value = 0;
    int digits = 0;
    int point = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && digits < MOST_DIGITS) {
        value = 10 * value + (c - '0');
        digits += value == 0 ? 0 : 1;
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    int signs = start + (point < 0 ? 0 : 1);
    int decimals = point < 0 ? 0 : text.length() - 1 - point;
    return text.length() == signs || decimals > MOST_DIGITS ? Double.NaN : value / TENS[decimals];
  }

  private static double[] tens() {
    double[] tens = new double[MOST_DIGITS + 1];
    tens[0] = 1;
    for (int i = 1; i < tens.length; i++) {
      tens[i] = 10 * tens[i - 1];
    }
    return tens;
  }
}
