package io.github.evenlot.bucketing;

import io.github.evenlot.Fixtures;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The vectors that other products publish. */
final class Published {

  private Published() {}

  static Map<String, Object> json(String path) {
    return Fixtures.parse(Fixtures.text("vectors/" + path));
  }

  static Path folder(String path) {
    try {
      return Path.of(Published.class.getResource("/vectors/" + path).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  static List<Map<String, Object>> cases(String path) {
    return objects(json(path), "cases");
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> objects(Map<String, Object> parent, String field) {
    return (List<Map<String, Object>>) parent.get(field);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> parent, String field) {
    return (Map<String, Object>) parent.get(field);
  }

  /** As {@link #object}, empty where there is none. */
  static Map<String, Object> given(Map<String, Object> parent, String field) {
    return parent.containsKey(field) ? object(parent, field) : Map.of();
  }

  static List<?> list(Map<String, Object> parent, String field) {
    return (List<?>) parent.get(field);
  }

  static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  static Stream<String[]> rows(String path) {
    return Fixtures.text("vectors/" + path).lines().skip(1).map(line -> line.split(",", -1));
  }

  /** The index of the half-open range that a bucket is in, of ranges one after the other. */
  static int part(int bucket, List<Integer> lengths) {
    int end = 0;
    for (int i = 0; i < lengths.size(); i++) {
      end += lengths.get(i);
      if (bucket < end) {
        return i;
      }
    }
    return -1;
  }
}
