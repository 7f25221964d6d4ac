package io.github.evenlot.targeting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a user.
 *
 * <p>Values are as a JSON parser or a Java service gives them: text, numbers (of {@code Byte},
 * {@code Short}, {@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@code BigInteger}
 * and {@code BigDecimal}), truth values, null, lists and maps. A value of any other class, and one
 * whose retrieval throws, counts as missing.
 */
@FunctionalInterface
public interface Attributes {

  /** Nothing is known. */
  Attributes NONE = name -> null;

  /** The value of an attribute, null if it is missing. */
  @Nullable Object get(String name);

  /** The attributes of a map, which is not copied. */
  static Attributes of(Map<String, ? extends @Nullable Object> values) {
    return values::get;
  }
}
