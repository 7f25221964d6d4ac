package io.github.evenlot.targeting;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A test that takes a number of steps known beforehand.
 *
 * @param cost the most steps it can take, where the value is no large decimal
 */
record Leaf(int cost, Predicate<@Nullable Object> test) implements Node {

  static final Leaf NEVER = new Leaf(1, value -> false);

  /** A comparison with a text: machines compare 16 or more characters at once. */
  static Leaf ofText(String text, Predicate<@Nullable Object> test) {
    return new Leaf(1 + text.length() / 16, test);
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, (long) cost + Numbers.extraCost(value));
    return rest == 0 ? Steps.EXHAUSTED : Steps.verdict(test.test(value), rest);
  }
}
