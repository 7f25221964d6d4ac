package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** From a document to nodes. A flaw makes a node that never matches, if nobody throws for it. */
final class ConditionReader {

  private static final int MOST_NAMES = 16;

  private final Consumer<String> flaws;
  private final Operators operators = new Operators(this);

  ConditionReader(Consumer<String> flaws) {
    this.flaws = flaws;
  }

  /** A condition on the fields of an object: each holds. */
  Node condition(Path path, Map<?, ?> object) {
    List<Node> parts = new ArrayList<>();
    object.forEach((name, value) -> parts.add(part(path, String.valueOf(name), value)));
    return All.of(parts);
  }

  private Node part(Path parent, String name, @Nullable Object value) {
    Path path = parent.field(name);
    return switch (name) {
      case "$and" -> value instanceof List<?> list ? all(path, list) : notAList(path, value);
      case "$or" -> value instanceof List<?> list ? any(path, list) : notAList(path, value);
      case "$nor" ->
          value instanceof List<?> list ? new Not(any(path, list)) : notAList(path, value);
      case "$not" -> new Not(member(path, value));
      default -> attribute(path, name, value);
    };
  }

  private Node all(Path path, List<?> list) {
    return All.of(members(path, list));
  }

  private Node any(Path path, List<?> list) {
    return new Any(members(path, list));
  }

  private List<Node> members(Path path, List<?> list) {
    List<Node> members = new ArrayList<>();
    for (Object member : list) {
      members.add(member(path.element(members.size()), member));
    }
    return members;
  }

  private Node member(Path path, @Nullable Object member) {
    return member instanceof Map<?, ?> object
        ? condition(path, object)
        : flawed("%s is %s, not an object".formatted(path, Path.shown(member)));
  }

  private Node notAList(Path path, @Nullable Object value) {
    return flawed("%s is %s, not a list".formatted(path, Path.shown(value)));
  }

  private Node attribute(Path path, String name, @Nullable Object value) {
    // GrowthBook has attributes that begin with $; one that is compared is more likely a typo.
    if (name.startsWith("$") && !Operators.areIn(value)) {
      flaws.accept("%s is no operator that stands here".formatted(path));
    }
    String[] names = name.split("\\.", -1);
    if (names.length > MOST_NAMES) {
      throw new IllegalArgumentException(
          "%s has %d names in its path, above %d".formatted(path, names.length, MOST_NAMES));
    }
    Node node = value(path, value);
    for (int i = names.length - 1; i >= 0; i--) {
      node = new Field(names[i], node);
    }
    return node;
  }

  /** A condition on a value: operators, all of which hold, or what it is to be equal to. */
  Node value(Path path, @Nullable Object expected) {
    if (Operators.areIn(expected) && expected instanceof Map<?, ?> object) {
      List<Node> parts = new ArrayList<>();
      object.forEach((name, value) -> parts.add(operators.read(path, String.valueOf(name), value)));
      return All.of(parts);
    }
    checkLiteral(path, expected);
    return Literals.loose(expected);
  }

  /** What {@code $eq} compares with. */
  Node exact(Path path, @Nullable Object expected) {
    checkLiteral(path, expected);
    return Literals.strict(expected);
  }

  private void checkLiteral(Path path, @Nullable Object literal) {
    if (literal instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        checkLiteral(path.element(i), list.get(i));
      }
    }
    if (literal instanceof Map<?, ?> object) {
      object.forEach((name, value) -> checkField(path.field(String.valueOf(name)), value));
    }
  }

  private void checkField(Path path, @Nullable Object value) {
    if (path.step().startsWith(".$")) {
      flaws.accept("%s is an operator where only a value can be".formatted(path));
    }
    checkLiteral(path, value);
  }

  /** Reports a flaw. */
  Node flawed(String flaw) {
    flaws.accept(flaw);
    return Leaf.NEVER;
  }
}
