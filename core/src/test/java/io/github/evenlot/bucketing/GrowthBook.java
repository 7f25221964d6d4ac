package io.github.evenlot.bucketing;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

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
    return allocation(bucketing, ranges, String::valueOf);
  }

  /** All of them are of one variant. */
  static Allocation allocation(Bucketing bucketing, List<GrowthBookRange> ranges, String variant) {
    return allocation(bucketing, ranges, any -> variant);
  }

  private static Allocation allocation(
      Bucketing bucketing, List<GrowthBookRange> ranges, IntFunction<String> variant) {
    int buckets = bucketing.buckets();
    List<Allocation.Range> taken = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      int from = ranges.get(i).firstBucket(buckets);
      int to = ranges.get(i).endBucket(buckets);
      if (from < to) {
        taken.add(new Allocation.Range(from, to, variant.apply(i)));
      }
    }
    return Allocation.of(buckets, taken);
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
