package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** A test of the value that the attributes, or an object among them, have under a name. */
record Field(String name, Node test) implements Node {

  /** Of finding the value, also where it is found at an index: both ways have to agree. */
  static final int COST = 2;

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = Steps.pay(left, COST);
    return rest == 0 ? Steps.EXHAUSTED : test.judge(Values.field(value, name), rest);
  }

  @Override
  public Node bind(AttributeNames names) {
    return new Slot(names.keptIndex(name), test);
  }
}
