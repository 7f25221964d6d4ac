package io.github.evenlot.app.analyze;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Text of others in a terminal: harmless, and as wide as it looks. */
final class TerminalText {

  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
  private static final int FIRST_EMOJI = 0x1F300;
  private static final int LAST_EMOJI = 0x1FAFF;

  private TerminalText() {}

  /** The text without control characters, which could move the cursor or change colours. */
  static String safe(String text) {
    return text.codePoints()
        .map(each -> Character.isISOControl(each) ? 0xFFFD : each)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text in so many columns: filled with spaces, or cut with an ellipsis. */
  static String fitted(String text, int columns) {
    if (width(text) <= columns) {
      return text + " ".repeat(columns - width(text));
    }
    StringBuilder cut = new StringBuilder();
    text.codePoints()
        .takeWhile(each -> width(cut.toString()) + width(each) < columns)
        .forEach(cut::appendCodePoint);
    return cut.append("…").append(" ".repeat(columns - width(cut.toString()))).toString();
  }

  /** How many columns a text takes. */
  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  private static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return WIDE.contains(UnicodeScript.of(codePoint))
        || codePoint >= FIRST_EMOJI && codePoint <= LAST_EMOJI;
  }
}
