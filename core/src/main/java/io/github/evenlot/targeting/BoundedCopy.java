package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a condition's document that nobody can change, with every number in one form and saved
 * groups in place of their names. Stops where the document gets too large.
 */
final class BoundedCopy {

  private final Map<String, ? extends List<?>> savedGroups;
  private final Consumer<String> flaws;
  private final Limits limits = new Limits();

  BoundedCopy(Map<String, ? extends List<?>> savedGroups, Consumer<String> flaws) {
    this.savedGroups = savedGroups;
    this.flaws = flaws;
  }

  Map<String, @Nullable Object> document(Path path, Map<?, ?> document) {
    return object(path, document, 1);
  }

  private Map<String, @Nullable Object> object(Path path, Map<?, ?> object, int depth) {
    limits.depth(path, depth);
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new IllegalArgumentException("%s has a name that is no text".formatted(path));
      }
      Path at = path.field(name);
      limits.node(at);
      limits.text(at, name);
      copy.put(name, field(at, name, entry.getValue(), depth));
    }
    if (copy.isEmpty()) {
      limits.node(path);
    }
    return Collections.unmodifiableMap(copy);
  }

  private @Nullable Object field(Path path, String name, @Nullable Object value, int depth) {
    boolean namesGroup = name.equals("$inGroup") || name.equals("$notInGroup");
    return namesGroup && value instanceof String group
        ? list(path, group(path, group), depth)
        : value(path, value, depth);
  }

  private List<?> group(Path path, String name) {
    List<?> group = savedGroups.get(name);
    if (group == null) {
      flaws.accept("%s is %s, which is no saved group".formatted(path, Path.shown(name)));
      return List.of();
    }
    return group;
  }

  private @Nullable Object value(Path path, @Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      return object(path, map, depth + 1);
    }
    if (value instanceof List<?> list) {
      return list(path, list, depth);
    }
    if (value instanceof String text) {
      limits.text(path, text);
      return text;
    }
    Object scalar = value == null ? null : scalar(path, value);
    limits.literal(path, String.valueOf(scalar));
    return scalar;
  }

  private List<@Nullable Object> list(Path path, List<?> list, int depth) {
    limits.depth(path, depth);
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object element : list) {
      Path at = path.element(copy.size());
      limits.entry(at);
      // A list counts towards the depth where it is in another one: that of $and does not.
      copy.add(value(at, element, element instanceof List ? depth + 1 : depth));
    }
    return Collections.unmodifiableList(copy);
  }

  /** Only of doubles is it known that writing them takes no time. */
  private static String shown(Object value) {
    return value instanceof Double || value instanceof Float
        ? Path.shown(value)
        : "a " + value.getClass().getSimpleName();
  }

  private static Object scalar(Path path, Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    Number number = Numbers.normal(value);
    if (number == null) {
      throw new IllegalArgumentException(
          "%s is %s, no JSON number of the size of a double".formatted(path, shown(value)));
    }
    return number;
  }
}
