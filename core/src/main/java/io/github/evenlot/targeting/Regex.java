package io.github.evenlot.targeting;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere in the value, as text, is what a regular expression describes. RE2/J takes time
 * proportional to the length of the text times the size of the program that the expression becomes.
 */
final class Regex implements Node {

  static final int MOST_CHARACTERS = 1_000;
  static final int MOST_INSTRUCTIONS = 500;

  private static final int MOST_ESTIMATED = 10 * MOST_INSTRUCTIONS;

  /** Of a matcher and its queues. */
  private static final int COST_OF_MATCHER = 50;

  /** Of a step where characters are looked up in hundreds of ranges. */
  private static final int COST_OF_LARGE_CLASS = 4;

  /** Up to so many characters, the ranges that a class in brackets names are looked up quickly. */
  private static final int MOST_OF_SMALL_CLASS = 64;

  private final Pattern pattern;
  private final int costOfCharacter;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
    this.costOfCharacter =
        pattern.programSize() * (hasLargeClass(pattern.pattern()) ? COST_OF_LARGE_CLASS : 1);
  }

  private static boolean hasLargeClass(String regex) {
    return regex.contains("\\p")
        || regex.contains("\\P")
        || RegexSize.longestClass(regex) > MOST_OF_SMALL_CLASS;
  }

  /**
   * Compiles a regular expression.
   *
   * @throws IllegalArgumentException saying why, if RE2 has no such or it is too large
   */
  static Regex compile(String regex, boolean exactCase) {
    check(regex.length(), "characters", MOST_CHARACTERS);
    // Compiling takes memory for each instruction: before it, the size has to be known to be small.
    check(RegexSize.estimate(regex), "instructions or so", MOST_ESTIMATED);
    try {
      Pattern compiled = Pattern.compile(regex, exactCase ? 0 : Pattern.CASE_INSENSITIVE);
      check(compiled.programSize(), "instructions", MOST_INSTRUCTIONS);
      return new Regex(compiled);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is no regular expression of RE2: " + e.getDescription(), e);
    }
  }

  private static void check(long size, String what, int bound) {
    if (size > bound) {
      throw new IllegalArgumentException("has %d %s, above %d".formatted(size, what, bound));
    }
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    String text = Values.text(value);
    if (text == null) {
      return Leaf.NEVER.judge(value, left);
    }
    long cost = COST_OF_MATCHER + (text.length() + 1L) * costOfCharacter;
    int rest = Steps.pay(left, cost + Values.costOfText(value));
    return rest == 0 ? Steps.EXHAUSTED : Steps.verdict(pattern.matcher(text).find(), rest);
  }
}
