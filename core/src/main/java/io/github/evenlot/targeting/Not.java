package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/** The part does not match. */
record Not(Node part) implements Node {

  @Override
  public int judge(@Nullable Object value, int left) {
    return ~part.judge(value, left);
  }

  @Override
  public Node bind(AttributeNames names) {
    return new Not(part.bind(names));
  }
}
