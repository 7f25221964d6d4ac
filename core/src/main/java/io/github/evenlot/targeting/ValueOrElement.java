package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value passes a test or, where it is a list, one of its elements does.
 *
 * @param element the test for lists
 */
record ValueOrElement(Node test, SomeElement element) implements Node {

  static Node of(Node test) {
    return new ValueOrElement(test, new SomeElement(test));
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    return value instanceof List ? element.judge(value, left) : test.judge(value, left);
  }
}
