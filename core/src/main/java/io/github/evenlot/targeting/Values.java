package io.github.evenlot.targeting;

import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Looks into attributes without trusting them: of a foreign object nothing but the methods of
 * {@code Map} and {@code List} is called, and what these throw counts as missing.
 */
final class Values {

  private static final int COST_OF_ELEMENT = 3;

  private static final int COST_OF_TEXT = 200;

  private Values() {}

  static @Nullable Object field(@Nullable Object object, String name) {
    try {
      if (object instanceof Map<?, ?> map) {
        return map.get(name);
      }
    } catch (RuntimeException e) {
      return null;
    }
    return object instanceof Attributes attributes ? attribute(attributes, name) : null;
  }

  static @Nullable Object attribute(Attributes attributes, String name) {
    try {
      return attributes.get(name);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Whether an object has fields of these names and no others. */
  static boolean hasOnly(Map<?, ?> object, List<String> names) {
    try {
      boolean all = object.size() == names.size();
      for (int i = 0; all && i < names.size(); i++) {
        all = object.containsKey(names.get(i));
      }
      return all;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** The number of elements; 0 if even that throws. */
  static int size(List<?> list) {
    try {
      return list.size();
    } catch (RuntimeException e) {
      return 0;
    }
  }

  static @Nullable Object element(List<?> list, int index) {
    try {
      return list.get(index);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** The steps to reach an element; a linked list is walked from its beginning. */
  static int costOfElement(List<?> list, int index) {
    return list instanceof RandomAccess ? COST_OF_ELEMENT : COST_OF_ELEMENT + index;
  }

  /** Whether there is no value, or one that no JSON has. */
  static boolean isMissing(@Nullable Object value) {
    return !(value instanceof String
        || value instanceof Boolean
        || value instanceof List
        || value instanceof Map
        || Numbers.isNumber(value));
  }

  /** The type by the name that {@code $type} knows; of what is missing {@code null}. */
  static String type(@Nullable Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof List) {
      return "array";
    }
    if (value instanceof Map) {
      return "object";
    }
    return Numbers.isNumber(value) ? "number" : "null";
  }

  /** What a condition on a truth value takes for true: all but false, 0, empty text, missing. */
  static boolean isTrue(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof List || value instanceof Map) {
      return true;
    }
    double number = Numbers.of(value);
    return number < 0 || number > 0;
  }

  /** The steps that {@link #text} takes: numbers have to be written out. */
  static int costOfText(@Nullable Object value) {
    return value instanceof String ? 0 : COST_OF_TEXT + Numbers.extraCost(value);
  }

  /** A text, number or truth value as text, null of anything else. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Boolean truth) {
      return truth.toString();
    }
    return Numbers.isWhole(value) ? Long.toString(Numbers.whole(value)) : Numbers.plain(value);
  }
}
