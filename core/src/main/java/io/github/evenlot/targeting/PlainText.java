package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** The value is this text. The most common test, which compiled conditions do by numbers. */
record PlainText(String text) implements Node {

  int cost() {
    return 1 + text.length() / 16;
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, cost());
    return rest == 0 ? Steps.EXHAUSTED : Steps.verdict(text.equals(value), rest);
  }
}
