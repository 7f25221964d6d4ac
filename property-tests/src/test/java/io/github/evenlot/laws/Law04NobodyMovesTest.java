package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** 4: renaming, reordering, retargeting, pausing and measuring something else move nobody. */
class Law04NobodyMovesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Experiment EXPERIMENT =
      Experiment.builder("exp")
          .variant("control", 40)
          .variant("green", 30)
          .variant("blue", 20)
          .build();

  private static Assignment assignment(Experiment experiment, String unit) {
    return Assigner.of(experiment).assign("exp", UnitId.of(unit), NOON);
  }

  private static Experiment with(List<Variant> variants, List<MetricDefinition> metrics) {
    return EXPERIMENT.withVariants(variants).withMetrics(metrics);
  }

  @Property(seed = "401")
  void renamingAndReordering(@ForAll String unit, @ForAll String name) {
    List<Variant> variants =
        new ArrayList<>(EXPERIMENT.variants().stream().map(v -> v.withName(name)).toList());
    Collections.rotate(variants, name.length());
    assertThat(assignment(with(variants, List.of()), unit)).isEqualTo(assignment(EXPERIMENT, unit));
  }

  @Property(seed = "402")
  void anotherMetric(@ForAll String unit) {
    List<MetricDefinition> metrics = List.of(MetricDefinition.conversion("purchase"));
    assertThat(assignment(with(EXPERIMENT.variants(), metrics), unit))
        .isEqualTo(assignment(EXPERIMENT, unit));
  }

  @Property(seed = "403")
  void pausingAndResuming(@ForAll String unit, @ForAll ExperimentStatus between) {
    Experiment resumed = EXPERIMENT.withStatus(between).withStatus(ExperimentStatus.RUNNING);
    assertThat(assignment(resumed, unit)).isEqualTo(assignment(EXPERIMENT, unit));
    assertThat(Assigner.variantIn(EXPERIMENT.withStatus(between), 1, UnitId.of(unit)))
        .isEqualTo(Assigner.variantIn(EXPERIMENT, 1, UnitId.of(unit)));
  }

  @Property(seed = "404")
  void anEpochWithTheSameAllocation(@ForAll String unit) {
    Experiment second = EXPERIMENT.withAllocation(EXPERIMENT.allocation(), NOON.minusSeconds(1));
    assertThat(assignment(second, unit).variantOr("none"))
        .isEqualTo(assignment(EXPERIMENT, unit).variantOr("none"));
  }

  /** Who is let in before and after has the same variant; nobody else is let in. */
  @Property(seed = "405")
  void retargeting(
      @ForAll String unit,
      @ForAll @IntRange(min = 0, max = 3) int country,
      @ForAll Set<@IntRange(min = 0, max = 3) Integer> before,
      @ForAll Set<@IntRange(min = 0, max = 3) Integer> after) {
    Experiment retargeted =
        EXPERIMENT
            .withTargeting(inOneOf(before), NOON.minusSeconds(2))
            .withTargeting(inOneOf(after), NOON);
    Attributes attributes = Attributes.of(Map.of("country", country));
    Assigner assigner = Assigner.of(retargeted);
    for (Instant time : List.of(NOON.minusSeconds(1), NOON)) {
      boolean in = (time.equals(NOON) ? after : before).contains(country);
      assertThat(assigner.assign("exp", UnitId.of(unit), attributes, time).variantOr("none"))
          .isEqualTo(in ? assignment(EXPERIMENT, unit).variantOr("none") : "none");
    }
  }

  private static Condition inOneOf(Set<Integer> countries) {
    return Condition.parse(Map.of("country", Map.of("$in", List.copyOf(countries))));
  }
}
