package io.github.evenlot.bucketing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The half-open range of a variation in GrowthBook, in fractions of the whole, and the buckets that
 * are in it. GrowthBook cumulates its weights in double precision, so 0.1 + 0.2 ends above 0.3 and
 * holds one bucket more than whole numbers would have it: take the buckets from here.
 *
 * @param from the first fraction in it, 0 to 1
 * @param to the first fraction behind it; nothing is in where it is not above {@code from}
 */
public record GrowthBookRange(double from, double to) {

  public GrowthBookRange {
    if (!(from >= 0 && from <= 2 && to >= 0 && to <= 2)) {
      throw new IllegalArgumentException("range %s to %s is outside 0 to 2".formatted(from, to));
    }
  }

  /**
   * The ranges that GrowthBook gives to variations of these weights: each begins where the weights
   * before it end, and takes the share {@code coverage} of its own. As there, weights that don't
   * sum to 1 (from 0.99 to 1.01) count as equal ones, and a coverage outside 0 to 1 as the nearer
   * of both.
   */
  public static List<GrowthBookRange> of(double coverage, List<Double> weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum < 0.99 || sum > 1.01
        ? equal(coverage, weights.size())
        : ranges(Math.min(Math.max(coverage, 0), 1), weights);
  }

  /** The ranges of this many variations of equal weights; as there, none of less than one. */
  public static List<GrowthBookRange> equal(double coverage, int variations) {
    return variations < 1
        ? List.of()
        : of(coverage, Collections.nCopies(variations, 1.0 / variations));
  }

  private static List<GrowthBookRange> ranges(double coverage, List<Double> weights) {
    List<GrowthBookRange> ranges = new ArrayList<>();
    double from = 0;
    for (double weight : weights) {
      ranges.add(new GrowthBookRange(from, from + coverage * weight));
      from += weight;
    }
    return ranges;
  }

  /** The first of {@code buckets} that is in the range, if any is. */
  public int firstBucket(int buckets) {
    return firstAtOrAbove(from, buckets);
  }

  /** The first of {@code buckets} behind the range. */
  public int endBucket(int buckets) {
    return firstAtOrAbove(to, buckets);
  }

  private static int firstAtOrAbove(double fraction, int buckets) {
    int bucket = Math.min((int) (fraction * buckets), buckets);
    while (bucket > 0 && (bucket - 1) / (double) buckets >= fraction) {
      bucket--;
    }
    while (bucket < buckets && bucket / (double) buckets < fraction) {
      bucket++;
    }
    return bucket;
  }
}
