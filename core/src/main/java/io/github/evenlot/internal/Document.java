package io.github.evenlot.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plain map as a JSON parser gives it, read field by field. Whatever is missing or of another
 * type is an {@link IllegalArgumentException} that names the path and the value.
 */
public final class Document {

  /** As long as numbers of JSON may be; parsing takes time that grows with the square. */
  private static final int MOST_CHARACTERS = 1000;

  private final String path;
  private final Map<?, ?> fields;

  private Document(String path, Map<?, ?> fields) {
    this.path = path;
    this.fields = fields;
  }

  /**
   * @param what the name of the whole document, for messages
   */
  public static Document of(String what, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Document(what, map);
    }
    throw new IllegalArgumentException("%s is %s, not an object".formatted(what, shown(value)));
  }

  /** Where it is in the whole document, for messages. */
  public String path() {
    return path;
  }

  /**
   * Checks the field {@code v}, by which writer and reader agree on the meaning of all others.
   *
   * @throws IllegalArgumentException if it is not {@code expected}
   */
  public Document version(int expected) {
    version(expected, expected);
    return this;
  }

  /**
   * The field {@code v}, for a reader of several versions.
   *
   * @throws IllegalArgumentException if it is below {@code oldest} or above {@code newest}
   */
  public int version(int oldest, int newest) {
    long found = integer("v");
    if (found < oldest || found > newest) {
      String known =
          oldest == newest ? "version " + oldest : "versions %d to %d".formatted(oldest, newest);
      throw new IllegalArgumentException(
          "%s.v is %d; this reader knows %s".formatted(path, found, known));
    }
    return (int) found;
  }

  /**
   * This document, where it has no other fields than these: a field that nobody reads is a slip of
   * the pen, as {@code targetting}.
   *
   * @throws IllegalArgumentException if it has
   */
  public Document refuseUnknown(String... known) {
    List<String> all = List.of(known);
    for (Object field : fields.keySet()) {
      if (!all.contains(field)) {
        throw new IllegalArgumentException(
            "%s: field %s is none of %s".formatted(path, shown(field), all));
      }
    }
    return this;
  }

  public String text(String field) {
    return text(field, required(field));
  }

  private String text(String field, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrongType(field, value, "text");
  }

  public Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  public boolean has(String field) {
    return fields.get(field) != null;
  }

  /** A whole number that fits a {@code long}. */
  public long integer(String field) {
    return integer(field, required(field));
  }

  /** The whole numbers of a list. */
  public List<Long> integers(String field) {
    return list(field).stream().map(value -> integer(field, value)).toList();
  }

  private long integer(String field, @Nullable Object value) {
    BigDecimal decimal = decimal(field, value);
    try {
      return decimal.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s.%s is %s, not a whole number of 64 bits"
              .formatted(path, field, Decimals.shown(decimal)),
          e);
    }
  }

  /** A whole number that fits an {@code int}. */
  public int smallInteger(String field) {
    long value = integer(field);
    if (value != (int) value) {
      throw new IllegalArgumentException(
          "%s.%s is %d, not a whole number of 32 bits".formatted(path, field, value));
    }
    return (int) value;
  }

  /** A number, exactly as it was written, whether as a JSON number or as decimal text. */
  public BigDecimal decimal(String field) {
    return decimal(field, required(field));
  }

  /** The numbers of a list. */
  public List<BigDecimal> decimals(String field) {
    return list(field).stream().map(value -> decimal(field, value)).toList();
  }

  private BigDecimal decimal(String field, @Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof Number || value instanceof String) {
      return parsed(field, value);
    }
    throw wrongType(field, value, "a number");
  }

  private BigDecimal parsed(String field, Object value) {
    String text = value.toString();
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s.%s has %d characters, above %d"
              .formatted(path, field, text.length(), MOST_CHARACTERS));
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s.%s is %s, not a number".formatted(path, field, shown(value)), e);
    }
  }

  /** An ISO-8601 instant, as {@code 2026-01-31T12:00:00Z}. */
  public Instant instant(String field) {
    String text = text(field);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s.%s is %s, not an ISO-8601 instant".formatted(path, field, shown(text)), e);
    }
  }

  public Optional<Instant> optionalInstant(String field) {
    return has(field) ? Optional.of(instant(field)) : Optional.empty();
  }

  /** An ISO-8601 duration, as {@code PT336H}. */
  public Duration duration(String field) {
    String text = text(field);
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s.%s is %s, not an ISO-8601 duration".formatted(path, field, shown(text)), e);
    }
  }

  public <E extends Enum<E>> E constant(String field, Class<E> type) {
    String text = text(field);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s.%s is %s, none of %s"
            .formatted(path, field, shown(text), List.of(type.getEnumConstants())));
  }

  public Document child(String field) {
    return of(path + "." + field, required(field));
  }

  /** The objects of a list. */
  public List<Document> children(String field) {
    List<Document> children = new ArrayList<>();
    List<?> values = list(field);
    for (int i = 0; i < values.size(); i++) {
      children.add(of("%s.%s[%d]".formatted(path, field, i), values.get(i)));
    }
    return children;
  }

  /**
   * The lists of a list, each of which has one value for each of {@code names}, as {@code [[0,
   * 5000, "green"]]}.
   */
  public List<Document> tuples(String field, String... names) {
    List<Document> tuples = new ArrayList<>();
    List<?> values = list(field);
    for (int i = 0; i < values.size(); i++) {
      tuples.add(tuple("%s.%s[%d]".formatted(path, field, i), values.get(i), names));
    }
    return tuples;
  }

  private static Document tuple(String path, @Nullable Object value, String... names) {
    if (!(value instanceof List<?> list) || list.size() != names.length) {
      throw new IllegalArgumentException(
          "%s is %s, not %s".formatted(path, shown(value), List.of(names)));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      fields.put(names[i], list.get(i));
    }
    return new Document(path, fields);
  }

  public List<?> list(String field) {
    if (required(field) instanceof List<?> list) {
      return list;
    }
    throw wrongType(field, "a list");
  }

  /** The texts of a list. */
  public List<String> texts(String field) {
    return list(field).stream().map(value -> text(field, value)).toList();
  }

  /** The fields of an object that has texts alone, in the order in which they came. */
  public Map<String, String> textByName(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    Document child = child(field);
    child.plain().forEach((name, value) -> texts.put(name, child.text(name, value)));
    return texts;
  }

  /** All fields, as they came. */
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    fields.forEach((name, value) -> plain.put(String.valueOf(name), value));
    return plain;
  }

  private Object required(String field) {
    Object value = fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException("%s.%s is missing".formatted(path, field));
    }
    return value;
  }

  private IllegalArgumentException wrongType(String field, String expected) {
    return wrongType(field, fields.get(field), expected);
  }

  private IllegalArgumentException wrongType(
      String field, @Nullable Object value, String expected) {
    return new IllegalArgumentException(
        "%s.%s is %s, not %s".formatted(path, field, shown(value), expected));
  }

  private static String shown(@Nullable Object value) {
    String text = value instanceof String s ? "\"" + s + "\"" : String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
