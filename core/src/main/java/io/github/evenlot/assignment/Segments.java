package io.github.evenlot.assignment;

import io.github.evenlot.experiment.Allocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * An allocation as segments that cover all buckets, the gaps included, so that a bucket's segment
 * is the number of segments that end at or below it.
 *
 * @param ends one past the last bucket of each segment, rising
 * @param variants the index of each segment's variant; {@link #NOBODY} in a gap
 */
record Segments(List<Integer> ends, List<Integer> variants) {

  static final int NOBODY = -1;

  static Segments of(Allocation allocation, ToIntFunction<String> variantIndex) {
    List<Integer> ends = new ArrayList<>();
    List<Integer> variants = new ArrayList<>();
    int covered = 0;
    for (Allocation.Range range : allocation.ranges()) {
      if (range.from() > covered) {
        ends.add(range.from());
        variants.add(NOBODY);
      }
      ends.add(range.to());
      variants.add(variantIndex.applyAsInt(range.variant()));
      covered = range.to();
    }
    if (covered < allocation.buckets()) {
      ends.add(allocation.buckets());
      variants.add(NOBODY);
    }
    return new Segments(ends, variants);
  }
}
