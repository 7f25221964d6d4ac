package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value is a list, whose size passes a test. */
record Size(Node test) implements Node {

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, 1);
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return value instanceof List<?> list
        ? test.judge(Values.size(list), rest)
        : Steps.verdict(false, rest);
  }
}
