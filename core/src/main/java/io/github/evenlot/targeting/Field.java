package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** A test of the value that the attributes, or an object among them, have under a name. */
record Field(String name, Node test) implements Node {

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, 1);
    return rest == 0 ? Steps.EXHAUSTED : test.judge(Values.field(value, name), rest);
  }

  @Override
  public Node bind(AttributeNames names) {
    return new Slot(names.index(name), test);
  }
}
