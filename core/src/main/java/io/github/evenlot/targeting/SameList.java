package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value is a list of as many elements, each of which passes its test. */
record SameList(List<Node> elements) implements Node {

  SameList {
    elements = List.copyOf(elements);
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, 1);
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return value instanceof List<?> list && Values.size(list) == elements.size()
        ? each(list, rest)
        : Steps.verdict(false, rest);
  }

  private int each(List<?> list, int left) {
    int rest = left;
    for (int i = 0; i < elements.size() && rest > 0; i++) {
      rest = Steps.pay(rest, Values.costOfElement(list, i));
      if (rest == 0) {
        return Steps.EXHAUSTED;
      }
      rest = elements.get(i).judge(Values.element(list, i), rest);
    }
    return rest;
  }
}
