package io.github.evenlot.inference;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a test method, as a parser gives them: numbers or text by name. Remembers which
 * were asked for, so that a misspelt one is refused and not ignored.
 */
public final class MethodParameters {

  static final double DEFAULT_CONFIDENCE = 0.95;

  private final Map<String, Object> values;
  private final Set<String> known = new HashSet<>();

  private MethodParameters(Map<String, Object> values) {
    this.values = values;
  }

  /** Of a plain map. */
  public static MethodParameters of(Map<String, ?> values) {
    return new MethodParameters(new TreeMap<>(values));
  }

  /** The parameter {@code confidence}, of intervals, in (0, 1); 0.95 where it is not given. */
  public double confidence() {
    return number("confidence", DEFAULT_CONFIDENCE);
  }

  /** The parameter {@code alternative}; two-sided where it is not given. */
  public Alternative alternative() {
    return alternative(Alternative.TWO_SIDED);
  }

  /** The parameter {@code alternative}, or the default where it is not given. */
  public Alternative alternative(Alternative defaultValue) {
    return Alternative.byId(text("alternative", defaultValue.id()));
  }

  /** The parameter {@code estimator}; the mean where it is not given. */
  public Estimator estimator() {
    return Estimator.byId(text("estimator", Estimator.MEAN.id()));
  }

  /**
   * A number that has to be given.
   *
   * @throws IllegalArgumentException if it is missing or no number
   */
  public double number(String name) {
    known.add(name);
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("parameter \"%s\" is missing".formatted(name));
    }
    return number(name, 0);
  }

  /**
   * A number, or the default where it is not given.
   *
   * @throws IllegalArgumentException if it is given and no number
   */
  public double number(String name, double defaultValue) {
    known.add(name);
    Object value = values.getOrDefault(name, defaultValue);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "parameter \"%s\" is \"%s\", not a number".formatted(name, value), e);
    }
  }

  /** A text, or the default where it is not given. */
  public String text(String name, String defaultValue) {
    known.add(name);
    return String.valueOf(values.getOrDefault(name, defaultValue));
  }

  /**
   * Lets pass what every method could be told: a confidence where it gives no interval, and that
   * the alternative is two-sided where it knows no other.
   *
   * @throws IllegalArgumentException if another parameter was given that nobody asked for
   */
  void refuseUnknown(String method) {
    for (String name : values.keySet()) {
      if (!known.contains(name) && !isHarmless(name)) {
        throw new IllegalArgumentException(
            "method \"%s\" has no parameter \"%s\"; it has %s"
                .formatted(method, name, new TreeSet<>(known)));
      }
    }
  }

  private boolean isHarmless(String name) {
    return name.equals("confidence")
        || name.equals("alternative") && Alternative.TWO_SIDED.id().equals(values.get(name));
  }
}
