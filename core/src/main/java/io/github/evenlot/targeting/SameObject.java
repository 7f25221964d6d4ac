package io.github.evenlot.targeting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value is an object with exactly these fields.
 *
 * @param fields the test of all fields together
 */
record SameObject(List<String> names, Node fields) implements Node {

  SameObject {
    names = List.copyOf(names);
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, 1L + names.size());
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return value instanceof Map<?, ?> map && Values.hasOnly(map, names)
        ? fields.judge(map, rest)
        : Steps.verdict(false, rest);
  }
}
