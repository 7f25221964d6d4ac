package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Units;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Unleash's client specification, as far as its files are here, by our engine. */
class UnleashTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final String NOBODY =
      "is on for nobody in particular; where there is no unit we assign nothing";

  /** Cases that are not ours, and why. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "Feature.D3 should be enabled for all because of default strategy", NOBODY,
          "Feature.flexibleRollout.100 should always be enabled", NOBODY);

  /** A case of a file, among the features of that file. */
  private record Case(Map<String, Object> file, Map<String, Object> test) {

    static Stream<Case> of(String path, String tests) {
      Map<String, Object> file = Published.json("unleash/" + path);
      return Published.objects(file, tests).stream().map(test -> new Case(file, test));
    }

    List<UnleashFeature> features() {
      return Published.objects(Published.object(file, "state"), "features").stream()
          .map(UnleashFeature::new)
          .toList();
    }

    private String feature() {
      return (String) test.get("toggleName");
    }

    boolean isOn() {
      return features().stream()
          .filter(feature -> feature.name().equals(feature()))
          .flatMap(feature -> feature.flags().stream())
          .anyMatch(flag -> assigned(flag.key()) instanceof Assigned);
    }

    Assignment assigned(String experiment) {
      List<Experiment> all = new ArrayList<>();
      for (UnleashFeature feature : features()) {
        all.addAll(feature.flags());
        all.addAll(feature.split());
      }
      return Assigner.of(Experiments.of(all)).assign(experiment, units(), Attributes.NONE, NOON);
    }

    private Units units() {
      Map<String, Object> context = Published.object(test, "context");
      Object sticky = context.getOrDefault("userId", context.get("sessionId"));
      return kind -> (String) (kind.equals(UnleashFeature.STICKY) ? sticky : context.get(kind));
    }

    /** As Unleash words it. */
    Map<String, Object> variant() {
      Map<String, Object> result = new LinkedHashMap<>();
      Assignment assignment = assigned(feature());
      result.put("name", assignment.variantOr("disabled"));
      if (assignment instanceof Assigned assigned) {
        result.put("payload", payload(assigned.variant()));
      }
      result.put("enabled", assignment instanceof Assigned);
      result.put("feature_enabled", isOn());
      return result;
    }

    private Object payload(String variant) {
      return features().stream()
          .filter(feature -> feature.name().equals(feature()))
          .flatMap(feature -> feature.split().get(0).variants().stream())
          .filter(one -> one.id().equals(variant))
          .findFirst()
          .orElseThrow()
          .config()
          .get(UnleashFeature.PAYLOAD);
    }

    @Override
    public String toString() {
      return (String) test.get("description");
    }
  }

  private static Stream<Case> allRollouts() {
    return Stream.of(
            "03-gradual-rollout-user-id-strategy.json", "10-flexible-rollout-strategy.json")
        .flatMap(file -> Case.of(file, "tests"));
  }

  static Stream<Case> rollouts() {
    return allRollouts().filter(one -> !EXCLUDED.containsKey(one.toString()));
  }

  static Stream<Case> variants() {
    return Case.of("08-variants.json", "variantTests");
  }

  @ParameterizedTest
  @MethodSource("rollouts")
  @DisplayName("A feature is on for whom Unleash says so.")
  void rollout(Case published) {
    assertThat(published.isOn()).isEqualTo(published.test().get("expectedResult"));
  }

  @ParameterizedTest
  @MethodSource("variants")
  @DisplayName("A variant comes out with its payload, and whether its feature is on.")
  void variant(Case published) {
    assertThat(published.variant()).isEqualTo(published.test().get("expectedResult"));
  }

  @Test
  @DisplayName("All cases but the two without a unit are run: 14 of 16, and 17 of 17.")
  void count() {
    assertThat(allRollouts().map(Case::toString)).hasSize(16).containsAll(EXCLUDED.keySet());
    assertThat(rollouts()).hasSize(14);
    assertThat(variants()).hasSize(17);
    assertThat(allRollouts().filter(one -> EXCLUDED.containsKey(one.toString())))
        .allSatisfy(one -> assertThat(one.test().get("context")).isEqualTo(Map.of()));
  }
}
