package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every part matches. */
record All(List<Node> parts) implements Node {

  static final All NOTHING = new All(List.of());

  All {
    parts = List.copyOf(parts);
  }

  static Node of(List<Node> parts) {
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int rest = left;
    for (int i = 0; i < parts.size(); i++) {
      rest = parts.get(i).judge(value, rest);
      if (rest <= 0) {
        return rest;
      }
    }
    return rest;
  }

  @Override
  public Node bind(AttributeNames names) {
    return new All(parts.stream().map(part -> part.bind(names)).toList());
  }
}
