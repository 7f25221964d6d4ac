package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** From an operator and its argument to a node. */
final class Operators {

  private static final Set<String> TYPES =
      Set.of("string", "number", "boolean", "array", "object", "null");

  private static final Node IS_LIST = new Leaf(1, List.class::isInstance);

  private final ConditionReader reader;

  Operators(ConditionReader reader) {
    this.reader = reader;
  }

  /** Whether a value is an object of operators: not empty, and all names begin with {@code $}. */
  static boolean areIn(@Nullable Object value) {
    return value instanceof Map<?, ?> object
        && !object.isEmpty()
        && object.keySet().stream().allMatch(name -> String.valueOf(name).startsWith("$"));
  }

  Node read(Path parent, String name, @Nullable Object argument) {
    Path path = parent.field(name);
    return switch (name) {
      case "$eq" -> reader.exact(path, argument);
      case "$ne" -> new Not(reader.exact(path, argument));
      case "$lt" -> order(path, Order.LESS, argument);
      case "$lte" -> order(path, Order.AT_MOST, argument);
      case "$gt" -> order(path, Order.ABOVE, argument);
      case "$gte" -> order(path, Order.AT_LEAST, argument);
      case "$not" -> new Not(reader.value(path, argument));
      case "$exists" -> exists(path, argument);
      case "$type" -> type(path, argument);
      case "$in", "$inGroup" -> in(path, argument, true, false);
      case "$nin", "$notInGroup" -> in(path, argument, true, true);
      case "$ini" -> in(path, argument, false, false);
      case "$nini" -> in(path, argument, false, true);
      case "$all" -> all(path, argument, true);
      case "$alli" -> all(path, argument, false);
      case "$elemMatch" -> elemMatch(path, argument);
      case "$size" -> size(path, argument);
      case "$regex" -> regex(path, argument, true);
      case "$regexi" -> regex(path, argument, false);
      case "$veq" -> version(path, argument, sign -> sign == 0);
      case "$vne" -> version(path, argument, sign -> sign != 0);
      case "$vlt" -> version(path, argument, Order.LESS::holds);
      case "$vlte" -> version(path, argument, Order.AT_MOST::holds);
      case "$vgt" -> version(path, argument, Order.ABOVE::holds);
      case "$vgte" -> version(path, argument, Order.AT_LEAST::holds);
      default -> reader.flawed("%s is no operator".formatted(path));
    };
  }

  private Node order(Path path, Order order, @Nullable Object argument) {
    if (argument instanceof Number number) {
      return order.than(Numeral.of(number));
    }
    return argument instanceof String text
        ? order.than(text)
        : wrong(path, argument, "a number or a text");
  }

  private Node exists(Path path, @Nullable Object argument) {
    if (!(argument instanceof Boolean)) {
      reader.flawed("%s is %s, not true or false".formatted(path, Path.shown(argument)));
    }
    boolean expected = Values.isTrue(argument);
    return new Leaf(1, value -> Values.isMissing(value) != expected);
  }

  private Node type(Path path, @Nullable Object argument) {
    return argument instanceof String type && TYPES.contains(type)
        ? new Leaf(1, value -> Values.type(value).equals(type))
        : wrong(path, argument, "one of " + new TreeSet<>(TYPES));
  }

  private Node in(Path path, @Nullable Object argument, boolean exactCase, boolean negated) {
    if (!(argument instanceof List<?> list)) {
      return wrong(path, argument, "a list");
    }
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof List || list.get(i) instanceof Map) {
        wrong(path.element(i), list.get(i), "a text, a number, true, false or null");
      }
    }
    ScalarSet set = new ScalarSet(list, exactCase);
    Node in = ValueOrElement.of(new Leaf(set.cost(), set::contains));
    return negated ? new Not(in) : in;
  }

  private Node all(Path path, @Nullable Object argument, boolean exactCase) {
    if (!(argument instanceof List<?> list)) {
      return wrong(path, argument, "a list");
    }
    List<Node> parts = new ArrayList<>();
    parts.add(IS_LIST);
    for (Object element : list) {
      Node node = reader.value(path.element(parts.size() - 1), element);
      parts.add(new SomeElement(exactCase ? node : Literals.ignoringCase(element, node)));
    }
    return All.of(parts);
  }

  private Node elemMatch(Path path, @Nullable Object argument) {
    if (!(argument instanceof Map<?, ?> object)) {
      return wrong(path, argument, "an object");
    }
    return new SomeElement(
        areIn(object) ? reader.value(path, object) : reader.condition(path, object));
  }

  private Node size(Path path, @Nullable Object argument) {
    return argument instanceof Number || areIn(argument)
        ? new Size(reader.value(path, argument))
        : wrong(path, argument, "a number or operators");
  }

  private Node regex(Path path, @Nullable Object argument, boolean exactCase) {
    if (!(argument instanceof String regex)) {
      return wrong(path, argument, "a text");
    }
    try {
      return Regex.compile(regex, exactCase);
    } catch (IllegalArgumentException e) {
      return reader.flawed("%s %s".formatted(path, e.getMessage()));
    }
  }

  private Node version(Path path, @Nullable Object argument, IntPredicate sign) {
    return argument instanceof String || argument instanceof Number
        ? new VersionTest(VersionTest.text(argument), sign)
        : wrong(path, argument, "a version");
  }

  private Node wrong(Path path, @Nullable Object argument, String expected) {
    return reader.flawed("%s is %s, not %s".formatted(path, Path.shown(argument), expected));
  }
}
