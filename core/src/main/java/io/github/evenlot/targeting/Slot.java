package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** A test of the attribute at an index. */
record Slot(int index, Node test) implements Node {

  @Override
  public int judge(@Nullable Object values, int left) {
    int rest = Steps.pay(left, Field.COST);
    if (rest == 0) {
      return Steps.EXHAUSTED;
    }
    return test.judge(values instanceof AttributeValues known ? known.get(index) : null, rest);
  }
}
