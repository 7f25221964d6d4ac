package io.github.evenlot.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class AssignerTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** The unit's id is its bucket, so a test can say which one it means. */
  private static final Bucketing IDENTITY =
      new Bucketing() {
        @Override
        public String id() {
          return "identity";
        }

        @Override
        public int buckets() {
          return 100;
        }

        @Override
        public int bucket(String salt, String unit) {
          return Integer.parseInt(unit);
        }
      };

  private static Experiment.Builder checkout() {
    return Experiment.builder("checkout")
        .bucketing(IDENTITY)
        .variant("control", 50)
        .variant("green", 30);
  }

  private static Assignment assign(Experiment experiment, int bucket, Instant time) {
    return Assigner.of(experiment).assign("checkout", UnitId.of(bucket), time);
  }

  private static NotAssigned not(Reason reason) {
    return new NotAssigned("checkout", -1, 1, "identity", reason, "");
  }

  private static NotAssigned notAllocated(int bucket, int epoch) {
    return new NotAssigned("checkout", bucket, epoch, "identity", Reason.NOT_ALLOCATED, "");
  }

  @ParameterizedTest
  @CsvSource({"0, control", "49, control", "50, green", "79, green"})
  void theBucketDecides(int bucket, String variant) {
    assertThat(assign(checkout().build(), bucket, NOON))
        .isEqualTo(new Assigned("checkout", variant, bucket, 1, "identity", Reason.ALLOCATED));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 99, 100, -1})
  void whatIsNotAllocatedIsNotAssigned(int bucket) {
    assertThat(assign(checkout().build(), bucket, NOON)).isEqualTo(notAllocated(bucket, 1));
  }

  @Test
  void anUnknownExperimentIsAReasonNotAnError() {
    assertThat(Assigner.of(checkout().build()).assign("chekout", UnitId.of(1), NOON))
        .isEqualTo(new NotAssigned("chekout", Reason.UNKNOWN_EXPERIMENT));
    assertThat(Assigner.of().assign("", UnitId.of(1), NOON).reason())
        .isEqualTo(Reason.UNKNOWN_EXPERIMENT);
  }

  @ParameterizedTest
  @EnumSource(value = ExperimentStatus.class, mode = Mode.EXCLUDE, names = "RUNNING")
  void onlyARunningExperimentAssigns(ExperimentStatus status) {
    assertThat(assign(checkout().status(status).build(), 0, NOON))
        .isEqualTo(not(Reason.valueOf(status.name())));
  }

  @Test
  void fromItsStartToJustBeforeItsEnd() {
    Instant end = NOON.plusSeconds(60);
    Experiment experiment = checkout().start(NOON).end(end).build();
    assertThat(assign(experiment, 0, NOON.minusNanos(1))).isEqualTo(not(Reason.NOT_STARTED));
    assertThat(assign(experiment, 0, NOON).reason()).isEqualTo(Reason.ALLOCATED);
    assertThat(assign(experiment, 0, end.minusNanos(1)).reason()).isEqualTo(Reason.ALLOCATED);
    assertThat(assign(experiment, 0, end)).isEqualTo(not(Reason.ENDED));
    assertThat(assign(experiment, 0, Instant.MIN)).isEqualTo(not(Reason.NOT_STARTED));
    assertThat(assign(experiment, 0, Instant.MAX)).isEqualTo(not(Reason.ENDED));
  }

  @Test
  void statusIsAskedBeforeDatesAndDatesBeforeTheBucket() {
    Experiment late = checkout().start(NOON).end(NOON.plusSeconds(60)).build();
    Experiment paused = late.withStatus(ExperimentStatus.PAUSED);
    Instant before = NOON.minusSeconds(1);
    Instant after = NOON.plusSeconds(60);
    assertThat(assign(paused, 99, before)).isEqualTo(not(Reason.PAUSED));
    assertThat(assign(paused, 99, after)).isEqualTo(not(Reason.PAUSED));
    assertThat(assign(late, 99, before)).isEqualTo(not(Reason.NOT_STARTED));
    assertThat(assign(late, 99, after)).isEqualTo(not(Reason.ENDED));
    assertThat(assign(late, 99, NOON)).isEqualTo(notAllocated(99, 1));
  }

  @Test
  void theEpochOfTheTimeDecides() {
    Experiment experiment =
        checkout()
            .build()
            .withAllocation(Allocation.of(100, List.of(new Range(0, 100, "green"))), NOON)
            .withAllocation(Allocation.of(100, List.of()), NOON.plusSeconds(60));
    assertThat(assign(experiment, 0, NOON.minusNanos(1)))
        .isEqualTo(new Assigned("checkout", "control", 0, 1, "identity", Reason.ALLOCATED));
    assertThat(assign(experiment, 0, NOON))
        .isEqualTo(new Assigned("checkout", "green", 0, 2, "identity", Reason.ALLOCATED));
    assertThat(assign(experiment, 0, NOON.plusSeconds(60))).isEqualTo(notAllocated(0, 3));
    assertThat(assign(experiment, 0, Instant.MIN).variantOr("none")).isEqualTo("control");
  }

  @Test
  void theEpochIsThatOfTheTimeEvenWhereNobodyIsLetIn() {
    Experiment paused =
        checkout()
            .status(ExperimentStatus.PAUSED)
            .build()
            .withAllocation(Allocation.of(100, List.of()), NOON);
    assertThat(assign(paused, 0, NOON.minusNanos(1)).epoch()).isEqualTo(1);
    assertThat(assign(paused, 0, NOON).epoch()).isEqualTo(paused.epochAt(NOON).number());
    assertThat(assign(paused, 0, NOON).epoch()).isEqualTo(2);
  }

  @Test
  void aRecordedExposureIsCheckedAgainstItsEpoch() {
    Experiment experiment =
        checkout()
            .status(ExperimentStatus.CONCLUDED)
            .build()
            .withAllocation(Allocation.of(100, List.of(new Range(0, 100, "green"))), NOON);
    assertThat(Assigner.variantIn(experiment, 1, UnitId.of(0))).contains("control");
    assertThat(Assigner.variantIn(experiment, 2, UnitId.of(0))).contains("green");
    assertThat(Assigner.variantIn(experiment, 1, UnitId.of(80))).isEmpty();
    assertThat(Assigner.variantIn(experiment, 3, UnitId.of(0))).isEmpty();
    assertThat(Assigner.variantIn(experiment, 0, UnitId.of(0))).isEmpty();
  }

  @Test
  void theFallbackIsForThoseNotAssigned() {
    assertThat(assign(checkout().build(), 60, NOON).variantOr("control")).isEqualTo("green");
    assertThat(assign(checkout().build(), 99, NOON).variantOr("control")).isEqualTo("control");
    assertThat(assign(checkout().build(), 99, NOON).experiment()).isEqualTo("checkout");
  }

  @Test
  void theSaltNotTheKeyMakesTheBucket() {
    Experiment salted =
        Experiment.builder("checkout").salt("other").variant("control", 100).build();
    Assigned assigned = (Assigned) Assigner.of(salted).assign("checkout", UnitId.of("alice"), NOON);
    assertThat(assigned.bucket()).isEqualTo(Bucketings.EVENLOT_1.bucket("other", "alice"));
    assertThat(assigned.bucketing()).isEqualTo("evenlot-1");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, -42, Long.MAX_VALUE, Long.MIN_VALUE})
  void aNumberAndItsTextAreOneUnit(long id) {
    for (Bucketing bucketing : Bucketings.all()) {
      Assigner assigner = Assigner.of(checkout().bucketing(bucketing).build());
      assertThat(assigner.assign("checkout", UnitId.of(id), NOON))
          .isEqualTo(assigner.assign("checkout", UnitId.of(Long.toString(id)), NOON));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "\uD83D", "\uDE00\uD83D", "😀", "\uFFFF", "huge"})
  void anyTextIsAUnit(String id) {
    String unit = "huge".equals(id) ? "x".repeat(1_000_000) : id;
    for (Bucketing bucketing : Bucketings.all()) {
      Experiment everyone =
          Experiment.builder("checkout").bucketing(bucketing).variant("control", 100).build();
      assertThat(Assigner.of(everyone).assign("checkout", UnitId.of(unit), NOON).reason())
          .isEqualTo(Reason.ALLOCATED);
    }
  }

  @Test
  void renamingMovesNobody() {
    Experiment experiment = checkout().build();
    Experiment renamed =
        experiment.withVariants(
            List.of(
                experiment.variants().get(1).withName("B"),
                experiment.variants().get(0).withName("A")));
    for (int bucket = 0; bucket < 100; bucket++) {
      assertThat(assign(renamed, bucket, NOON)).isEqualTo(assign(experiment, bucket, NOON));
    }
  }
}
