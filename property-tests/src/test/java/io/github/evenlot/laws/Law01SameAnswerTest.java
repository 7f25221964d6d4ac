package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 1: the same input has the same answer, on every path. */
class Law01SameAnswerTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Provide
  Arbitrary<Bucketing> bucketings() {
    return Arbitraries.of(Bucketings.all());
  }

  private static Experiment experiment(Bucketing bucketing, String salt) {
    return Experiment.builder("exp")
        .bucketing(bucketing)
        .salt(salt)
        .variant("control", 40)
        .variant("green", 35)
        .build();
  }

  @Property(seed = "101")
  void aNumberIsItsText(@ForAll("bucketings") Bucketing bucketing, @ForAll long id) {
    Assigner assigner = Assigner.of(experiment(bucketing, "salt"));
    assertThat(assigner.assign("exp", UnitId.of(id), NOON))
        .isEqualTo(assigner.assign("exp", UnitId.of(Long.toString(id)), NOON));
  }

  @Property(seed = "102")
  void everyPathAgrees(
      @ForAll("bucketings") Bucketing bucketing, @ForAll String salt, @ForAll String unit) {
    Experiment experiment = experiment(bucketing, salt);
    Experiment sent = ExperimentDocuments.experiment(ExperimentDocuments.toDocument(experiment));
    Optional<String> expected = experiment.allocation().variantOf(bucketing.bucket(salt, unit));
    assertThat(Assigner.variantIn(experiment, 1, UnitId.of(unit))).isEqualTo(expected);
    assertThat(variant(Assigner.of(experiment), unit)).isEqualTo(expected);
    assertThat(variant(Assigner.of(sent), unit)).isEqualTo(expected);
  }

  @Property(seed = "103")
  void otherExperimentsHaveNoSay(@ForAll String unit) {
    Experiment experiment = experiment(Bucketings.EVENLOT_1, "exp");
    Experiment other = Experiment.builder("other").variant("a", 100).build();
    assertThat(variant(Assigner.of(Experiments.of(other, experiment)), unit))
        .isEqualTo(variant(Assigner.of(experiment), unit));
  }

  private static Optional<String> variant(Assigner assigner, String unit) {
    Assignment assignment = assigner.assign("exp", UnitId.of(unit), NOON);
    return assignment instanceof Assignment.Assigned assigned
        ? Optional.of(assigned.variant())
        : Optional.empty();
  }
}
