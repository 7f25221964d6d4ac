package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Slot;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions that {@code growthbook/cases.json} has cases of, each by what is in its place. */
class GrowthBookFunctionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** GrowthBook's own test rounds so. */
  private static final double ROUNDED = 5e-7;

  private static Stream<List<?>> cases(String function) {
    return Published.list(GrowthBook.FILE, function).stream().map(row -> (List<?>) row);
  }

  static Stream<List<?>> hash() {
    return cases("hash");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("hash: a bucket, as a fraction of the buckets.")
  void hash(List<?> published) {
    Bucketing bucketing = GrowthBook.bucketing(published.get(2));
    int bucket = bucketing.bucket((String) published.get(0), (String) published.get(1));
    assertThat(bucket / (double) bucketing.buckets()).isEqualTo(Published.number(published.get(3)));
  }

  static Stream<List<?>> getBucketRange() {
    return cases("getBucketRange");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("getBucketRange: ranges of weights and coverage.")
  void getBucketRange(List<?> published) {
    List<?> arguments = (List<?>) published.get(1);
    List<GrowthBookRange> ranges =
        GrowthBook.ranges(
            ((Number) arguments.get(0)).intValue(),
            Published.number(arguments.get(1)),
            (List<?>) arguments.get(2));
    List<GrowthBookRange> expected = GrowthBook.ranges((List<?>) published.get(2));
    assertThat(ranges).hasSameSizeAs(expected);
    for (int i = 0; i < ranges.size(); i++) {
      assertThat(ranges.get(i).from()).isCloseTo(expected.get(i).from(), within(ROUNDED));
      assertThat(ranges.get(i).to()).isCloseTo(expected.get(i).to(), within(ROUNDED));
    }
  }

  static Stream<List<?>> chooseVariation() {
    return cases("chooseVariation");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("chooseVariation: the variant that an allocation has for a bucket.")
  void chooseVariation(List<?> published) {
    Bucketing bucketing = Bucketings.GROWTHBOOK_2;
    Allocation allocation =
        GrowthBook.allocation(bucketing, GrowthBook.ranges((List<?>) published.get(2)));
    int bucket = (int) Math.round(Published.number(published.get(1)) * bucketing.buckets());
    assertThat(allocation.variantOf(bucket).map(Integer::parseInt).orElse(-1))
        .isEqualTo(published.get(3));
  }

  static Stream<List<?>> inNamespace() {
    return cases("inNamespace");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("inNamespace: the slot of a mutex group.")
  void inNamespace(List<?> published) {
    Slot slot = GrowthBook.slot((List<?>) published.get(2), Audience.USER);
    Experiment experiment =
        Experiment.builder("experiment")
            .audience(Audience.EVERYONE.withSlot(slot))
            .variant("all", 100)
            .build();
    Reason reason =
        Assigner.of(experiment)
            .assign("experiment", UnitId.of((String) published.get(1)), NOON)
            .reason();
    assertThat(reason)
        .isEqualTo(published.get(3).equals(true) ? Reason.ALLOCATED : Reason.OTHER_SLOT);
  }

  static Stream<List<?>> getEqualWeights() {
    return cases("getEqualWeights");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("getEqualWeights: the lengths of equal ranges.")
  void getEqualWeights(List<?> published) {
    List<Double> lengths =
        GrowthBookRange.equal(1, (Integer) published.get(0)).stream()
            .map(range -> range.to() - range.from())
            .toList();
    List<?> expected = (List<?>) published.get(1);
    assertThat(lengths).hasSameSizeAs(expected);
    for (int i = 0; i < lengths.size(); i++) {
      assertThat(lengths.get(i)).isCloseTo(Published.number(expected.get(i)), within(ROUNDED));
    }
  }

  @Test
  @DisplayName("No weights have no ranges.")
  void noWeights() {
    assertThat(GrowthBookRange.of(1, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Each part of the file is held by a test: here, as conditions, as experiments.")
  void parts() {
    assertThat(GrowthBook.FILE)
        .containsOnlyKeys(
            "specVersion",
            "hash",
            "getBucketRange",
            "chooseVariation",
            "inNamespace",
            "getEqualWeights",
            "evalCondition",
            "run");
    Map<String, Integer> sizes =
        Map.of(
            "hash", 10,
            "getBucketRange", 9,
            "chooseVariation", 9,
            "inNamespace", 11,
            "getEqualWeights", 4);
    sizes.forEach((function, size) -> assertThat(cases(function)).hasSize(size));
  }
}
