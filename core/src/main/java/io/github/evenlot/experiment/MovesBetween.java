package io.github.evenlot.experiment;

import io.github.evenlot.experiment.BucketOwners.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which buckets have another owner in one allocation than in another. */
final class MovesBetween {

  private record Pair(String from, String to) {}

  private MovesBetween() {}

  /** By owner before and owner after, sorted by both. */
  static List<Reallocation.Move> of(Allocation before, Allocation after) {
    Map<Pair, Integer> moved =
        new TreeMap<>(Comparator.comparing(Pair::from).thenComparing(Pair::to));
    List<Piece> old = BucketOwners.of(before).pieces();
    int place = 0;
    for (Piece piece : BucketOwners.of(after).pieces()) {
      while (old.get(place).to() < piece.to()) {
        count(moved, old.get(place++), piece);
      }
      count(moved, old.get(place), piece);
    }
    List<Reallocation.Move> moves = new ArrayList<>();
    moved.forEach((pair, n) -> moves.add(move(pair, n, after.buckets())));
    return List.copyOf(moves);
  }

  private static void count(Map<Pair, Integer> moved, Piece old, Piece now) {
    int overlap = Math.min(old.to(), now.to()) - Math.max(old.from(), now.from());
    if (overlap > 0 && !old.owner().equals(now.owner())) {
      moved.merge(new Pair(old.owner(), now.owner()), overlap, Integer::sum);
    }
  }

  private static Reallocation.Move move(Pair pair, int buckets, int ofBuckets) {
    return new Reallocation.Move(variant(pair.from), variant(pair.to), buckets, ofBuckets);
  }

  private static @Nullable String variant(String owner) {
    return owner.equals(BucketOwners.NOBODY) ? null : owner;
  }
}
