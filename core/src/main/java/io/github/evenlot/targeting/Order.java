package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** Four of the operators, and how they compare. */
enum Order {
  LESS,
  AT_MOST,
  ABOVE,
  AT_LEAST;

  /** Whether a value is in this order to another one, given the sign of value − other. */
  boolean holds(int sign) {
    return switch (this) {
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case ABOVE -> sign > 0;
      case AT_LEAST -> sign >= 0;
    };
  }

  /** Against a number: a text counts as the number it writes, a missing value as 0. */
  Node than(Numeral number) {
    return new Leaf(1, value -> compares(value, number));
  }

  /** Against a text: texts by their UTF-16 units; anything else as against the number it writes. */
  Node than(String text) {
    double written = DecimalText.parse(text);
    Numeral number = new Numeral(false, 0, written);
    return Leaf.ofText(
        text,
        value ->
            value instanceof String other ? holds(other.compareTo(text)) : compares(value, number));
  }

  private boolean compares(@Nullable Object value, Numeral number) {
    if (value instanceof String text) {
      return number.isInOrder(DecimalText.parse(text), this);
    }
    if (value instanceof Boolean truth) {
      return number.isInOrder(truth ? 1.0 : 0.0, this);
    }
    return Values.isMissing(value) ? number.isInOrder(0.0, this) : number.isInOrder(value, this);
  }
}
