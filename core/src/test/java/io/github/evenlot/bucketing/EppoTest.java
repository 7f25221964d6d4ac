package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.Fixtures;
import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eppo's published assignments of today's form, of those flags that draw lots, by our engine. */
class EppoTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Map<String, Object> FILE = Published.json("eppo/ufc.json");

  /** A subject, and what it sees of a flag. */
  private record Case(Map<String, Object> test, Map<String, Object> subject) {

    private Map<String, Object> flag() {
      return Published.object(Published.object(FILE, "flags"), (String) test.get("flag"));
    }

    /** The first allocation that has a variant for the subject decides. */
    Object seen() {
      return Published.objects(flag(), "allocations").stream()
          .map(allocation -> new EppoAllocation((String) test.get("flag"), allocation))
          .map(allocation -> allocation.experiment(Published.object(flag(), "variations")))
          .flatMap(experiment -> value(experiment).stream())
          .findFirst()
          .orElse(test.get("defaultValue"));
    }

    private Optional<Object> value(Experiment experiment) {
      UnitId unit = UnitId.of((String) subject.get("subjectKey"));
      return Assigner.of(experiment).assign(experiment.key(), unit, attributes(), NOON)
              instanceof Assigned assigned
          ? experiment.variants().stream()
              .filter(variant -> variant.id().equals(assigned.variant()))
              .map(variant -> read(variant.config().get(EppoRacFlag.VALUE)))
              .findFirst()
          : Optional.empty();
    }

    private Object read(Object value) {
      return flag().get("variationType").equals("JSON") ? Fixtures.parse((String) value) : value;
    }

    /** There the subject's key is an attribute as well, and truth values are compared as text. */
    private Attributes attributes() {
      Map<String, Object> all = new HashMap<>(Map.of("id", subject.get("subjectKey")));
      all.putAll(Published.object(subject, "subjectAttributes"));
      all.replaceAll((name, value) -> value instanceof Boolean ? value.toString() : value);
      return Attributes.of(all);
    }

    @Override
    public String toString() {
      return test.get("flag") + " of " + subject.get("subjectKey");
    }
  }

  static Stream<Case> cases() {
    return Published.objects(FILE, "tests").stream()
        .flatMap(
            test -> Published.objects(test, "subjects").stream().map(one -> new Case(test, one)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A subject sees the published value.")
  void assignment(Case published) {
    assertThat(published.seen()).isEqualTo(published.subject().get("assignment"));
  }

  @Test
  @DisplayName("There are 83 subjects of 6 flags, and no flag without subjects.")
  void count() {
    assertThat(cases()).hasSize(83);
    List<String> flags =
        Published.objects(FILE, "tests").stream().map(test -> (String) test.get("flag")).toList();
    assertThat(Published.object(FILE, "flags")).hasSize(6).containsOnlyKeys(flags);
  }
}
