package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.targeting.AttributeNames;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.CompiledCondition;
import io.github.evenlot.targeting.Condition;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * No condition takes longer than a millisecond, whatever the attributes. Held by a bound on the
 * steps, which are the same on every machine; {@code docs/reference/targeting.md} says how long a
 * step was measured to take.
 */
class TargetingTimeTest {

  @Provide
  Arbitrary<Map<String, Object>> documents() {
    return Conditions.documents();
  }

  @Provide
  Arbitrary<Map<String, Object>> attributes() {
    return Conditions.attributes();
  }

  @Provide
  Arbitrary<String> regexes() {
    return Conditions.regexes();
  }

  @Property(tries = 1_000)
  void judgingEndsWithinItsSteps(
      @ForAll("documents") Map<String, Object> document,
      @ForAll("attributes") Map<String, Object> values) {
    Condition condition = Condition.parse(document);
    Attributes attributes = Attributes.of(values);
    int steps = condition.steps(attributes);
    assertThat(steps).isBetween(0, Condition.MOST_STEPS);
    if (steps == Condition.MOST_STEPS) {
      assertThat(condition.matches(attributes)).isFalse();
    }
  }

  @Property(tries = 1_000)
  void lookedUpBeforehandTheVerdictIsTheSame(
      @ForAll("documents") Map<String, Object> document,
      @ForAll("attributes") Map<String, Object> values) {
    Condition condition = Condition.parse(document);
    AttributeNames names = new AttributeNames();
    CompiledCondition compiled = condition.compile(names);
    Attributes attributes = Attributes.of(values);
    assertThat(compiled.matches(attributes, names.values()))
        .isEqualTo(condition.matches(attributes));
  }

  @Property(tries = 200)
  void aRegularExpressionIsChargedForEveryCharacter(@ForAll("regexes") String regex) {
    Condition condition = Condition.parse(Map.of("a", Map.of("$regex", regex)));
    int one = condition.steps(name -> "a");
    int many = condition.steps(name -> "a".repeat(51));
    assertThat(many).isGreaterThanOrEqualTo(Math.min(one + 50, Condition.MOST_STEPS));
  }
}
