package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.MetricDefinition.Role;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Experiment.Builder checkout() {
    return Experiment.builder("checkout").variant("control", 50).variant("green", 30);
  }

  @Test
  @DisplayName("Dates may change, and fall away.")
  void dates() {
    Instant march = Instant.parse("2026-03-01T00:00:00Z");
    Instant april = Instant.parse("2026-04-01T00:00:00Z");
    Experiment always = Experiment.builder("e").variant("on", 100).build();
    Experiment dated = always.withDates(march, april);
    assertThat(dated.start()).isEqualTo(march);
    assertThat(dated.end()).isEqualTo(april);
    assertThat(dated.withDates(null, null)).isEqualTo(always);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> always.withDates(april, march))
        .withMessage(
            "experiment \"e\" ends at 2026-03-01T00:00:00Z, not after its start at"
                + " 2026-04-01T00:00:00Z");
  }

  @Test
  @DisplayName("An experiment that is concluded before its start never starts.")
  void concludedBeforeTheStart() {
    Instant march = Instant.parse("2026-03-01T00:00:00Z");
    Experiment ahead = Experiment.builder("e").variant("on", 100).start(march).build();
    Experiment never = ahead.concluded(march.minusSeconds(1));
    assertThat(never.start()).isNull();
    assertThat(never.end()).isEqualTo(march.minusSeconds(1));
    assertThat(ahead.concluded(march.plusSeconds(1)).start()).isEqualTo(march);
  }

  @Test
  void runsUnderEvenlot1WithItsKeyAsSaltUnlessToldOtherwise() {
    Experiment experiment = checkout().build();
    assertThat(experiment.status()).isEqualTo(ExperimentStatus.RUNNING);
    assertThat(experiment.bucketing()).isSameAs(Bucketings.EVENLOT_1);
    assertThat(experiment.salt()).isEqualTo("checkout");
    assertThat(experiment.start()).isNull();
    assertThat(experiment.end()).isNull();
    assertThat(experiment.plan()).isNull();
    assertThat(experiment.epochs()).hasSize(1);
    assertThat(experiment.allocation().ranges())
        .containsExactly(new Range(0, 5000, "control"), new Range(5000, 8000, "green"));
  }

  @Test
  void knowsItsControlItsPrimaryMetricAndItsEpochs() {
    MetricDefinition clicks = MetricDefinition.conversion("clicks").with(Role.SECONDARY);
    MetricDefinition purchase = MetricDefinition.conversion("purchase");
    Experiment experiment = checkout().metric(clicks).metric(purchase).build();
    assertThat(experiment.control().id()).isEqualTo("control");
    assertThat(experiment.primaryMetric()).contains(purchase);
    assertThat(checkout().metric(clicks).build().primaryMetric()).isEmpty();
    assertThat(experiment.epoch(1)).contains(experiment.epoch());
    for (int number : new int[] {0, -1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThat(experiment.epoch(number)).isEmpty();
    }
  }

  @Test
  void weightsAreNamedWhenTheyAreWrong() {
    assertRefused(
        "weight 130 of variant \"green\" is above 100",
        () -> Experiment.builder("checkout").variant("green", 130));
    assertRefused(
        "weight -1 of variant \"green\" is below 0",
        () -> Experiment.builder("checkout").variant("green", -1));
    assertRefused(
        "weights sum to 110 percent, above 100", () -> checkout().variant("blue", 30).build());
    assertRefused(
        "weight 12.5 of variant \"green\" is not a whole number of the 100 buckets",
        () ->
            Experiment.builder("checkout")
                .bucketing(Bucketings.MD5_100)
                .variant("green", 12.5)
                .build());
  }

  @Test
  void anAllocationMayTakeThePlaceOfWeightsButNotStandBesideThem() {
    Allocation table =
        Allocation.of(
            10_000, List.of(new Range(0, 100, "green"), new Range(4000, 9000, "control")));
    Experiment experiment =
        Experiment.builder("checkout")
            .variant(Variant.of("control"))
            .variant(Variant.of("green"))
            .allocation(table)
            .build();
    assertThat(experiment.epochs()).containsExactly(new Epoch(1, Instant.MIN, table));
    assertThat(experiment.control().id()).isEqualTo("control");
    assertRefused(
        "experiment \"checkout\" has an allocation, and the weight 50 of variant \"control\" beside"
            + " it",
        () -> checkout().allocation(table).build());
  }

  @Test
  void namesAreDistinct() {
    assertRefused(
        "variant \"green\" has two weights", () -> checkout().variant("green", 1).build());
    assertRefused(
        "experiment \"checkout\" has two metrics \"purchase\"",
        () ->
            checkout()
                .metric(MetricDefinition.conversion("purchase"))
                .metric(MetricDefinition.conversion("purchase").with(Role.SECONDARY))
                .build());
    Experiment valid = checkout().build();
    assertRefused(
        "experiment \"checkout\" has two variants \"green\"",
        () -> with(valid, List.of(Variant.of("green"), Variant.of("green")), valid.epochs()));
  }

  @Test
  void itHasAVariantAndAnEpoch() {
    assertRefused(
        "experiment \"checkout\" has no variant", () -> Experiment.builder("checkout").build());
    Experiment valid = checkout().build();
    assertRefused(
        "experiment \"checkout\" has no epoch", () -> with(valid, valid.variants(), List.of()));
  }

  @Test
  void aKeyIsAKey() {
    assertRefused(
        "experiment \"\" has 0 characters, not 1 to 200",
        () -> Experiment.builder("").variant("a", 1).build());
    assertRefused(
        "variant \"\" has 0 characters, not 1 to 200", () -> checkout().variant("", 1).build());
    assertRefused(
        "metric \"$switchers\" begins with $, which is reserved",
        () -> MetricDefinition.conversion("$switchers"));
  }

  @Test
  void allocationsFitTheBucketingAndTheVariants() {
    Experiment valid = checkout().build();
    assertRefused(
        "experiment \"checkout\" allocates 100 buckets, but evenlot-1 has 10000",
        () -> valid.withAllocation(Allocation.of(100, List.of()), NOON));
    assertRefused(
        "experiment \"checkout\" allocates to \"blue\", which is none of its variants"
            + " [control, green]",
        () -> valid.withAllocation(Allocation.of(10_000, List.of(new Range(0, 1, "blue"))), NOON));
  }

  @Test
  void epochsFollowOneAnother() {
    Experiment first = checkout().build();
    Experiment second = first.withAllocation(first.allocation(), NOON);
    assertThat(second.epoch()).isEqualTo(new Epoch(2, NOON, first.allocation()));
    assertThat(second.epochs()).startsWith(first.epoch());
    assertRefused(
        "experiment \"checkout\": epoch 3 starts at 2026-03-01T12:00:00Z, not after the one before"
            + " it at 2026-03-01T12:00:00Z",
        () -> second.withAllocation(first.allocation(), NOON));
    assertRefused(
        "experiment \"checkout\" has epoch 2 in place 1",
        () -> with(first, first.variants(), List.of(second.epoch())));
    assertRefused("epoch 0 is below 1", () -> new Epoch(0, NOON, first.allocation()));
  }

  @Test
  void itEndsAfterItsStart() {
    assertThat(checkout().start(NOON).end(NOON.plusNanos(1)).build().end()).isAfter(NOON);
    assertRefused(
        "experiment \"checkout\" ends at 2026-03-01T12:00:00Z, not after its start at"
            + " 2026-03-01T12:00:00Z",
        () -> checkout().start(NOON).end(NOON).build());
  }

  @Test
  void atMostOneMetricDecides() {
    assertRefused(
        "experiment \"checkout\" has 2 primary metrics, above 1",
        () ->
            checkout()
                .metric(MetricDefinition.conversion("purchase"))
                .metric(MetricDefinition.conversion("clicks"))
                .build());
  }

  @Test
  void anotherStatusChangesNothingElse() {
    Experiment running = checkout().start(NOON).plan(AnalysisPlan.ofUnits(1000)).build();
    Experiment paused = running.withStatus(ExperimentStatus.PAUSED);
    assertThat(paused.status()).isEqualTo(ExperimentStatus.PAUSED);
    assertThat(paused.withStatus(ExperimentStatus.RUNNING)).isEqualTo(running);
  }

  @Test
  void keysOfASnapshotAreDistinct() {
    Experiment experiment = checkout().build();
    assertThat(Experiments.of(experiment).find("checkout")).contains(experiment);
    assertThat(Experiments.of(experiment).find("other")).isEmpty();
    assertRefused(
        "two experiments have the key \"checkout\"", () -> Experiments.of(experiment, experiment));
  }

  @Test
  void aSnapshotKnowsWhoMeasuresWhat() {
    Experiment one = checkout().metric(MetricDefinition.conversion("purchase")).build();
    Experiment two =
        Experiment.builder("other")
            .variant("a", 100)
            .metric(MetricDefinition.conversion("purchase"))
            .build();
    Experiments both = Experiments.of(one, two);
    assertThat(both.measuring("purchase")).containsExactly(one, two);
    assertThat(both.measuring("clicks")).isEmpty();
    assertThat(both.all()).containsExactly(one, two);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void alphaIsBetweenZeroAndAHalf(double alpha) {
    assertRefused(
        "alpha %s is outside (0, 0.5)".formatted(alpha),
        () -> AnalysisPlan.ofUnits(1).withAlpha(alpha));
  }

  @Test
  void aPlanHasUnits() {
    assertThat(AnalysisPlan.ofUnits(1).alpha()).isEqualTo(0.05);
    assertRefused("plannedUnits 0 is below 1", () -> AnalysisPlan.ofUnits(0));
  }

  @Test
  void aNumberIsItsDecimalText() {
    assertThat(UnitId.of(-42)).isEqualTo(UnitId.of("-42"));
    assertThat(UnitId.of(Long.MIN_VALUE)).hasToString("-9223372036854775808");
    assertThat(UnitId.of("").value()).isEmpty();
  }

  private static Experiment with(
      Experiment experiment, List<Variant> variants, List<Epoch> epochs) {
    return new Experiment(
        experiment.key(),
        experiment.status(),
        experiment.bucketing(),
        experiment.salt(),
        variants,
        epochs,
        experiment.audience(),
        experiment.start(),
        experiment.end(),
        experiment.metrics(),
        experiment.plan());
  }

  private static void assertRefused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
