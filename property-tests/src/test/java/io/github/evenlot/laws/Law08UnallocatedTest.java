package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 8: who is not allocated is not assigned, and who is gets the variant of the bucket. */
class Law08UnallocatedTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Whole percents that sum to at most 100, for one to six variants. */
  @Provide
  Arbitrary<List<Integer>> percents() {
    return Arbitraries.integers()
        .between(0, 100)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(Law08UnallocatedTest::cutAt100);
  }

  private static List<Integer> cutAt100(List<Integer> drawn) {
    List<Integer> percents = new ArrayList<>();
    int left = 100;
    for (int percent : drawn) {
      percents.add(Math.min(percent, left));
      left -= percents.get(percents.size() - 1);
    }
    return percents;
  }

  @Provide
  Arbitrary<Bucketing> bucketings() {
    return Arbitraries.of(Bucketings.all());
  }

  private static Experiment experiment(Bucketing bucketing, List<Integer> percents) {
    Experiment.Builder builder = Experiment.builder("exp").bucketing(bucketing);
    for (int i = 0; i < percents.size(); i++) {
      String id = "v" + i;
      builder.variant(Variant.of(id), new Weight(id, 100 * percents.get(i)));
    }
    return builder.build();
  }

  @Property(seed = "801")
  void assignedExactlyIfTheBucketIsAllocated(
      @ForAll("bucketings") Bucketing bucketing,
      @ForAll("percents") List<Integer> percents,
      @ForAll String unit) {
    Experiment experiment = experiment(bucketing, percents);
    int bucket = bucketing.bucket("exp", unit);
    Assignment assignment = Assigner.of(experiment).assign("exp", UnitId.of(unit), NOON);
    Assignment expected =
        expectedVariant(percents, bucket * 100 / bucketing.buckets()) < 0
            ? new NotAssigned("exp", bucket, 1, bucketing.id(), Reason.NOT_ALLOCATED, "")
            : new Assigned(
                "exp",
                "v" + expectedVariant(percents, bucket * 100 / bucketing.buckets()),
                bucket,
                1,
                bucketing.id(),
                Reason.ALLOCATED);
    assertThat(assignment).isEqualTo(expected);
  }

  /** The first variant at which the cumulative weight is above the percentile; −1 for none. */
  private static int expectedVariant(List<Integer> percents, int percentile) {
    int cumulative = 0;
    for (int i = 0; i < percents.size(); i++) {
      cumulative += percents.get(i);
      if (percentile < cumulative) {
        return i;
      }
    }
    return -1;
  }

  @Property(seed = "802")
  void eachVariantHasTheBucketsOfItsWeight(
      @ForAll("bucketings") Bucketing bucketing, @ForAll("percents") List<Integer> percents) {
    Allocation allocation = experiment(bucketing, percents).allocation();
    for (int i = 0; i < percents.size(); i++) {
      assertThat(allocation.bucketsOf("v" + i) * 100)
          .isEqualTo(percents.get(i) * bucketing.buckets());
    }
  }
}
