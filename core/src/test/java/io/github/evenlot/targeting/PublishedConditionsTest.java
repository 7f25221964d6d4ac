package io.github.evenlot.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GrowthBook's own cases, see {@code vectors/README.md}. */
class PublishedConditionsTest {

  /** What the cases hold to never match, and {@link Condition#parse} refuses. */
  private static final List<String> REFUSED =
      List.of("unknown operator - pass", "$regex invalid - pass", "$ini - not array");

  private record Case(
      String name,
      Map<String, Object> condition,
      Map<String, Object> attributes,
      boolean expected,
      Map<String, List<Object>> savedGroups) {

    @SuppressWarnings("unchecked")
    static Case of(List<?> row) {
      return new Case(
          (String) row.get(0),
          (Map<String, Object>) row.get(1),
          (Map<String, Object>) row.get(2),
          (Boolean) row.get(3),
          row.size() > 4 ? (Map<String, List<Object>>) row.get(4) : Map.of());
    }

    Condition parsed(List<String> flaws) {
      return Condition.parseLeniently(condition, savedGroups, flaws::add);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    List<?> rows =
        (List<?>)
            Fixtures.parse(Fixtures.text("vectors/growthbook/cases.json")).get("evalCondition");
    return rows.stream().map(row -> Case.of((List<?>) row));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A published case comes out as published.")
  void published(Case published) {
    Condition condition = published.parsed(new ArrayList<>());
    assertThat(condition.matches(Attributes.of(published.attributes)))
        .isEqualTo(published.expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A published case comes out as published when its attributes are looked up once.")
  void compiled(Case published) {
    AttributeNames names = new AttributeNames();
    CompiledCondition compiled = published.parsed(new ArrayList<>()).compile(names);
    assertThat(compiled.matches(Attributes.of(published.attributes), names.values()))
        .isEqualTo(published.expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("The document of a published condition is read as the same condition.")
  void document(Case published) {
    Condition condition = published.parsed(new ArrayList<>());
    Condition again =
        Condition.parseLeniently(
            Fixtures.parse(Fixtures.json(condition.toDocument())), Map.of(), flaw -> {});
    assertThat(again).isEqualTo(condition).hasSameHashCodeAs(condition);
  }

  @Test
  @DisplayName("All published cases but three have no flaw.")
  void flaws() {
    assertThat(cases().filter(PublishedConditionsTest::hasFlaw).map(Case::name))
        .containsExactlyInAnyOrderElementsOf(REFUSED);
  }

  private static boolean hasFlaw(Case published) {
    List<String> flaws = new ArrayList<>();
    published.parsed(flaws);
    return !flaws.isEmpty();
  }

  @Test
  @DisplayName("There are 166 cases.")
  void count() {
    assertThat(cases()).hasSize(166);
  }
}
