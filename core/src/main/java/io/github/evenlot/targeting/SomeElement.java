package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value is a list, one of whose elements passes a test. */
record SomeElement(Node test) implements Node {

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, 1);
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return value instanceof List<?> list ? some(list, rest) : Steps.verdict(false, rest);
  }

  private int some(List<?> list, int left) {
    int size = Values.size(list);
    int verdict = Steps.verdict(false, left);
    for (int i = 0; i < size && !Steps.matches(verdict); i++) {
      int rest = Steps.pay(Steps.left(verdict), Values.costOfElement(list, i));
      if (rest == 0) {
        return Steps.EXHAUSTED;
      }
      verdict = test.judge(Values.element(list, i), rest);
    }
    return verdict;
  }
}
