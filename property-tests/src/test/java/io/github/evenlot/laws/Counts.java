package io.github.evenlot.laws;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How many units fall into each bucket. */
record Counts(int[] buckets) {

  private static final int[] PARTS = {2, 10, 100};

  static Counts of(Bucketing bucketing, String salt, Units units, int n) {
    SaltedBucketing salted = bucketing.salted(salt);
    EncodedUnit unit = new EncodedUnit();
    return of(bucketing, n, i -> salted.bucket(unit.set(units.id(i))));
  }

  /** Of {@code n} draws, by their number. */
  static Counts of(Bucketing bucketing, int n, IntUnaryOperator bucket) {
    int[] buckets = new int[bucketing.buckets()];
    for (int i = 0; i < n; i++) {
      buckets[bucket.applyAsInt(i)]++;
    }
    return new Counts(buckets);
  }

  /**
   * The least of at most seven p-values of Pearson's chi-squared: for single buckets; for halves,
   * tenths and hundredths of successive buckets, as arms have them; and for buckets that have the
   * last digit, or the last two, in common.
   */
  double pValue() {
    int all = buckets.length;
    return IntStream.of(PARTS)
        .filter(parts -> parts < all)
        .mapToObj(
            parts ->
                DoubleStream.of(
                    uniformity(parts, bucket -> bucket * parts / all),
                    uniformity(parts, bucket -> bucket % parts)))
        .flatMapToDouble(both -> both)
        .reduce(Tables.uniformity(buckets), Math::min);
  }

  private double uniformity(int parts, IntUnaryOperator part) {
    int[] cells = new int[parts];
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      cells[part.applyAsInt(bucket)] += buckets[bucket];
    }
    return Tables.uniformity(cells);
  }
}
