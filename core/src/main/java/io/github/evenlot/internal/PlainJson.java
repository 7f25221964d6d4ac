package io.github.evenlot.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a JSON parser gives them: text, numbers, truth values, null, lists, maps. */
public final class PlainJson {

  private static final int DEEPEST = 64;

  private PlainJson() {}

  /**
   * A copy that nobody can change, in the same order.
   *
   * @param path the name of the object, for messages
   * @throws IllegalArgumentException if something in it is no JSON value, or is nested too deep
   */
  public static Map<String, @Nullable Object> copy(String path, Map<String, ?> object) {
    return object(path, object, 1);
  }

  private static Map<String, @Nullable Object> object(String path, Map<?, ?> object, int depth) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    object.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          copy.put(name, value(path + "." + name, value, depth));
        });
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object value(String path, @Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("%s is nested deeper than %d".formatted(path, DEEPEST));
    }
    if (value instanceof Map<?, ?> map) {
      return object(path, map, depth + 1);
    }
    if (value instanceof List<?> list) {
      return list(path, list, depth + 1);
    }
    if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
      return value;
    }
    throw new IllegalArgumentException(
        "%s is %s %s, not a JSON value".formatted(path, value.getClass().getSimpleName(), value));
  }

  private static List<@Nullable Object> list(String path, List<?> list, int depth) {
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object element : list) {
      copy.add(value("%s[%d]".formatted(path, copy.size()), element, depth));
    }
    return Collections.unmodifiableList(copy);
  }

  private static boolean isNumber(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        || value instanceof Float single && Float.isFinite(single)
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigDecimal
        || value instanceof BigInteger;
  }
}
