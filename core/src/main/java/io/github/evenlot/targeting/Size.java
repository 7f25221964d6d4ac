package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value is a list, whose size passes a test. */
record Size(Node test) implements Node {

  /** A size above 127 is boxed. */
  private static final int COST = 3;

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, COST);
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return value instanceof List<?> list
        ? test.judge(Values.size(list), rest)
        : Steps.verdict(false, rest);
  }
}
