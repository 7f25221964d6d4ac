package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Conditions obey the laws of logic, and survive being written down. */
class TargetingLogicTest {

  @Provide
  Arbitrary<Map<String, Object>> documents() {
    return Conditions.documents();
  }

  @Provide
  Arbitrary<Map<String, Object>> attributes() {
    return Conditions.attributes();
  }

  @Property(tries = 500)
  void aDocumentIsReadAsTheConditionThatWroteIt(@ForAll("documents") Map<String, Object> document) {
    Condition condition = Condition.parse(document);
    assertThat(Condition.parse(condition.toDocument()))
        .isEqualTo(condition)
        .hasSameHashCodeAs(condition);
  }

  @Property(tries = 500)
  void notAndIsOrOfNot(
      @ForAll("documents") Map<String, Object> a,
      @ForAll("documents") Map<String, Object> b,
      @ForAll("attributes") Map<String, Object> values) {
    assertSame(values, not(Map.of("$and", List.of(a, b))), Map.of("$or", List.of(not(a), not(b))));
  }

  @Property(tries = 500)
  void norIsAndOfNot(
      @ForAll("documents") Map<String, Object> a,
      @ForAll("documents") Map<String, Object> b,
      @ForAll("attributes") Map<String, Object> values) {
    Map<String, Object> nor = Map.of("$nor", List.of(a, b));
    assertSame(values, nor, not(Map.of("$or", List.of(a, b))));
    assertSame(values, nor, Map.of("$and", List.of(not(a), not(b))));
  }

  @Property(tries = 500)
  void notOfNotIsItself(
      @ForAll("documents") Map<String, Object> a,
      @ForAll("attributes") Map<String, Object> values) {
    assertSame(values, a, not(not(a)));
  }

  @Property(tries = 500)
  void whatEndsInTimeMatchesOrItsNegationDoes(
      @ForAll("documents") Map<String, Object> a,
      @ForAll("attributes") Map<String, Object> values) {
    Attributes attributes = Attributes.of(values);
    Condition condition = Condition.parse(a);
    Assume.that(condition.steps(attributes) < Condition.MOST_STEPS);
    assertThat(Condition.parse(not(a)).matches(attributes))
        .isNotEqualTo(condition.matches(attributes));
  }

  private static Map<String, Object> not(Map<String, Object> part) {
    return Map.of("$not", part);
  }

  private static void assertSame(
      Map<String, Object> values, Map<String, Object> left, Map<String, Object> right) {
    Attributes attributes = Attributes.of(values);
    assertThat(Condition.parse(left).matches(attributes))
        .isEqualTo(Condition.parse(right).matches(attributes));
  }
}
