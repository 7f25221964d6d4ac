package io.github.evenlot.targeting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some part matches; of no parts, as published, everything matches. */
record Any(List<Node> parts) implements Node {

  Any {
    parts = List.copyOf(parts);
  }

  @Override
  public int judge(@Nullable Object value, int left) {
    int verdict = left;
    for (int i = 0; i < parts.size(); i++) {
      verdict = parts.get(i).judge(value, Steps.left(verdict));
      if (Steps.matches(verdict) || verdict == Steps.EXHAUSTED) {
        return verdict;
      }
    }
    return verdict;
  }

  @Override
  public Node bind(AttributeNames names) {
    return new Any(parts.stream().map(part -> part.bind(names)).toList());
  }
}
