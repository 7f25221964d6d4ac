package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table from buckets to variants: half-open ranges that do not overlap. A bucket outside every
 * range belongs to no variant; its units are not assigned.
 */
public final class Allocation {

  /**
   * Buckets {@code from} (inclusive) to {@code to} (exclusive) belong to {@code variant}.
   *
   * @param from the first bucket, at least 0
   * @param to one past the last bucket, above {@code from}
   * @param variant the variant's id
   */
  public record Range(int from, int to, String variant) {

    public Range {
      Keys.check("variant", variant);
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException(
            "range [%d, %d) of variant \"%s\" is empty or begins below 0"
                .formatted(from, to, variant));
      }
    }

    /** The number of buckets. */
    public int length() {
      return to - from;
    }
  }

  private final int buckets;
  private final List<Range> ranges;

  private Allocation(int buckets, List<Range> sortedRanges) {
    this.buckets = buckets;
    this.ranges = sortedRanges;
  }

  /**
   * An allocation of given ranges, in any order.
   *
   * @throws IllegalArgumentException if a range goes beyond {@code buckets}, or two overlap
   */
  public static Allocation of(int buckets, List<Range> ranges) {
    if (buckets < 1) {
      throw new IllegalArgumentException("an allocation needs a bucket, not " + buckets);
    }
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(Range::from));
    int end = 0;
    for (Range range : sorted) {
      if (range.to > buckets) {
        throw new IllegalArgumentException(
            "%s goes beyond the %d buckets".formatted(range, buckets));
      }
      if (range.from < end) {
        throw new IllegalArgumentException(
            "%s overlaps the range before it, which ends at %d".formatted(range, end));
      }
      end = range.to;
    }
    return new Allocation(buckets, List.copyOf(sorted));
  }

  /**
   * The first allocation of an experiment: one range after the other from bucket 0 on, in the order
   * given.
   *
   * @throws IllegalArgumentException if the weights sum to more than 100 percent, name a variant
   *     twice, or need a fraction of a bucket
   */
  public static Allocation ofWeights(int buckets, List<Weight> weights) {
    List<Range> ranges = new ArrayList<>();
    int from = 0;
    for (Weight weight : Weight.check(weights)) {
      int to = from + weight.wholeBuckets(buckets);
      if (to > from) {
        ranges.add(new Range(from, to, weight.variant()));
      }
      from = to;
    }
    return of(buckets, ranges);
  }

  /** The number of buckets, those of no variant included. */
  public int buckets() {
    return buckets;
  }

  /** The ranges, sorted. */
  public List<Range> ranges() {
    return ranges;
  }

  /** The variant that {@code bucket} belongs to, if it belongs to one. */
  public Optional<String> variantOf(int bucket) {
    return ranges.stream()
        .filter(range -> range.from <= bucket && bucket < range.to)
        .map(Range::variant)
        .findFirst();
  }

  /** The number of buckets that belong to {@code variant}: the share it really has. */
  public int bucketsOf(String variant) {
    return ranges.stream()
        .filter(range -> range.variant.equals(variant))
        .mapToInt(Range::length)
        .sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Allocation that
        && buckets == that.buckets
        && ranges.equals(that.ranges);
  }

  @Override
  public int hashCode() {
    return 31 * buckets + ranges.hashCode();
  }

  @Override
  public String toString() {
    return "Allocation" + ranges + " of " + buckets;
  }
}
