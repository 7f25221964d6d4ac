package io.github.evenlot.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.Fixtures;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the attributes are, judging them ends, and does not throw. */
class HostileAttributesTest {

  private static final List<String> CONDITIONS =
      List.of(
          "{\"a\": \"US\"}",
          "{\"a\": 1, \"a.b.c\": 2}",
          "{\"a\": [1, [2, {\"b\": 3}]]}",
          "{\"a\": {\"b\": {\"c\": 1}}}",
          "{\"a\": {\"$lt\": 5}}",
          "{\"a\": {\"$gte\": \"5\"}}",
          "{\"a\": {\"$in\": [1, \"x\", null, true]}}",
          "{\"a\": {\"$nini\": [1, \"x\", null, true]}}",
          "{\"a\": {\"$all\": [1, {\"$gt\": 2}]}}",
          "{\"a\": {\"$elemMatch\": {\"b\": {\"$elemMatch\": {\"$regex\": \"(x*)*y\"}}}}}",
          "{\"a\": {\"$size\": {\"$gt\": 2}}}",
          "{\"a\": {\"$regexi\": \"^(a|b)+$\"}}",
          "{\"a\": {\"$vgt\": \"1.2.3\"}}",
          "{\"$nor\": [{\"a\": {\"$type\": \"object\"}}, {\"a\": {\"$exists\": false}}]}");

  private static final class ThrowingList extends AbstractList<Object> {
    @Override
    public Object get(int index) {
      throw new IllegalStateException();
    }

    @Override
    public int size() {
      return 3;
    }
  }

  private static final class ThrowingMap extends AbstractMap<String, Object> {
    @Override
    public Set<Entry<String, Object>> entrySet() {
      throw new IllegalStateException();
    }
  }

  private static final class Rude {
    @Override
    public String toString() {
      throw new IllegalStateException();
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException();
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException();
    }
  }

  @SuppressWarnings("serial")
  private static final class RudeNumber extends Number {
    @Override
    public int intValue() {
      throw new IllegalStateException();
    }

    @Override
    public long longValue() {
      throw new IllegalStateException();
    }

    @Override
    public float floatValue() {
      throw new IllegalStateException();
    }

    @Override
    public double doubleValue() {
      throw new IllegalStateException();
    }
  }

  private static Object cyclicMap() {
    Map<String, Object> map = new HashMap<>();
    map.put("b", map);
    return map;
  }

  private static Object cyclicList() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(list);
    return list;
  }

  static Stream<Object> values() {
    return Stream.of(
        cyclicMap(),
        cyclicList(),
        new ThrowingList(),
        new ThrowingMap(),
        new Rude(),
        new RudeNumber(),
        List.of(new Rude(), new RudeNumber()),
        new TreeMap<>(Map.of(1, 2)),
        new BigDecimal("1e-1000000000"),
        new BigDecimal("9".repeat(5_000)),
        new LinkedList<>(IntStream.range(0, 100_000).boxed().toList()),
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        "x".repeat(1_000_000),
        "\uD83D",
        "\0");
  }

  static Stream<Arguments> judgements() {
    return CONDITIONS.stream().flatMap(json -> values().map(value -> Arguments.of(json, value)));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("judgements")
  @DisplayName("Both ways of judging agree, and neither throws.")
  void total(String json, Object value) {
    Condition condition = Condition.parse(Fixtures.parse(json));
    AttributeNames names = new AttributeNames();
    CompiledCondition compiled = condition.compile(names);
    Attributes attributes = name -> value;
    assertThat(compiled.matches(attributes, names.values()))
        .isEqualTo(condition.matches(attributes));
    assertThat(condition.steps(attributes)).isBetween(1, Condition.MOST_STEPS);
  }

  @Test
  @DisplayName("An attribute whose retrieval throws is missing.")
  void throwingAttributes() {
    Attributes throwing =
        name -> {
          throw new IllegalStateException();
        };
    Condition condition = Condition.parse(Map.of("a", Map.of("$exists", false)));
    assertThat(condition.matches(throwing)).isTrue();
    assertThat(condition.matches(Attributes.of(new ThrowingMap()))).isTrue();
    assertThat(Condition.parse(Map.of("a", 1)).matches(throwing)).isFalse();
  }
}
