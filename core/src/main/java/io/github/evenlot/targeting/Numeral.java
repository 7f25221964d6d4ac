package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/**
 * A number of a condition. Whole numbers of 64 bits are compared with such exactly, so that ids
 * above 2⁵³ stay apart; all else as doubles.
 *
 * @param whole whether {@code exact} holds it
 */
record Numeral(boolean whole, long exact, double approximate) {

  /** Of a number that a condition's document holds: a {@code Long} or a {@code Double}. */
  static Numeral of(Number number) {
    return new Numeral(number instanceof Long, number.longValue(), number.doubleValue());
  }

  /** The number that JavaScript writes as {@code text}, null if it writes none so. */
  static @Nullable Numeral writtenAs(String text) {
    Number number = read(text);
    return number != null && text.equals(Values.text(number)) ? of(number) : null;
  }

  private static @Nullable Number read(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notWhole) {
      return Numbers.normal(DecimalText.parse(text));
    }
  }

  /** Whether other whole numbers have the same double. */
  boolean isBeyondDoubles() {
    return whole && Math.abs(approximate) >= 0x1p53;
  }

  boolean isSame(@Nullable Object value) {
    return whole && Numbers.isWhole(value)
        ? Numbers.whole(value) == exact
        : Numbers.of(value) == approximate;
  }

  /** Whether {@code value ? this} holds, the value being a number. */
  boolean isInOrder(@Nullable Object value, Order order) {
    return whole && Numbers.isWhole(value)
        ? order.holds(Long.compare(Numbers.whole(value), exact))
        : isInOrder(Numbers.of(value), order);
  }

  /** The same; NaN is in no order. */
  boolean isInOrder(double value, Order order) {
    return !Double.isNaN(value)
        && !Double.isNaN(approximate)
        && order.holds(value < approximate ? -1 : value > approximate ? 1 : 0);
  }
}
