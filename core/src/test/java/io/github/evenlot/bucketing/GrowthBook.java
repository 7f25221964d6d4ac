package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What GrowthBook's definitions become here. Variants are named by their number. */
final class GrowthBook {

  static final Map<String, Object> FILE = Published.json("growthbook/cases.json");

  private GrowthBook() {}

  static Bucketing bucketing(Object hashVersion) {
    return Bucketings.byId("growthbook-" + hashVersion);
  }

  /** Of weights, or where there are none of equal ones. */
  static List<GrowthBookRange> ranges(int variations, double coverage, List<?> weights) {
    return weights == null
        ? GrowthBookRange.equal(coverage, variations)
        : GrowthBookRange.of(coverage, weights.stream().map(Published::number).toList());
  }

  /** Of pairs of numbers. */
  static List<GrowthBookRange> ranges(List<?> pairs) {
    return pairs.stream().map(pair -> range((List<?>) pair, 0)).toList();
  }

  private static GrowthBookRange range(List<?> row, int at) {
    return new GrowthBookRange(Published.number(row.get(at)), Published.number(row.get(at + 1)));
  }

  /** The n-th range is the n-th variant's; a range without a bucket is nobody's. */
  static Allocation allocation(Bucketing bucketing, List<GrowthBookRange> ranges) {
    int buckets = bucketing.buckets();
    List<Allocation.Range> taken = new ArrayList<>();
    IntStream.range(0, ranges.size())
        .filter(i -> ranges.get(i).firstBucket(buckets) < ranges.get(i).endBucket(buckets))
        .forEach(i -> taken.add(bucketRange(buckets, ranges.get(i), String.valueOf(i))));
    return Allocation.of(buckets, taken);
  }

  private static Allocation.Range bucketRange(int buckets, GrowthBookRange range, String variant) {
    return new Allocation.Range(range.firstBucket(buckets), range.endBucket(buckets), variant);
  }

  /**
   * A namespace is a mutex group.
   *
   * @param namespace its name, and a range
   */
  static Slot slot(List<?> namespace, String unitKind) {
    Bucketing bucketing = Bucketings.GROWTHBOOK_1;
    GrowthBookRange range = range(namespace, 1);
    return MutexGroup.of((String) namespace.get(0))
        .withUnitKind(unitKind)
        .withBucketing(bucketing)
        .withSalt("__" + namespace.get(0))
        .slot(range.firstBucket(bucketing.buckets()), range.endBucket(bucketing.buckets()));
  }
}
