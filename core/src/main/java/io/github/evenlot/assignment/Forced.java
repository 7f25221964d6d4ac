package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.EncodedUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Units that are forced into a variant, sorted by the hash of their ids: nearly every other unit is
 * told apart by its hash alone, without its text.
 */
final class Forced {

  static final int NOT_FORCED = -1;

  private record Entry(long hash, String unit, int variant) {}

  private final Entry[] entries;
  private final long[] hashes;

  private Forced(Entry[] sorted) {
    this.entries = sorted;
    this.hashes = Arrays.stream(sorted).mapToLong(Entry::hash).toArray();
  }

  static Forced of(Map<String, String> units, ToIntFunction<String> variantIndex) {
    return new Forced(
        units.entrySet().stream()
            .map(
                unit ->
                    new Entry(
                        new EncodedUnit().set(unit.getKey()).hash(),
                        unit.getKey(),
                        variantIndex.applyAsInt(unit.getValue())))
            .sorted((a, b) -> Long.compare(a.hash, b.hash))
            .toArray(Entry[]::new));
  }

  /** The index of the variant that the unit is forced into, or {@link #NOT_FORCED}. */
  int variantOf(EncodedUnit unit) {
    long hash = unit.hash();
    int at = Arrays.binarySearch(hashes, hash);
    if (at < 0) {
      return NOT_FORCED;
    }
    while (at > 0 && hashes[at - 1] == hash) {
      at--;
    }
    for (; at < entries.length && hashes[at] == hash; at++) {
      if (unit.is(entries[at].unit)) {
        return entries[at].variant;
      }
    }
    return NOT_FORCED;
  }
}
