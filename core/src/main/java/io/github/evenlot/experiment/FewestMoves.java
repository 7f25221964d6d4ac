package io.github.evenlot.experiment;

import io.github.evenlot.experiment.BucketOwners.Piece;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Moves buckets from owners that have too many to owners that have too few, one run at a time. */
final class FewestMoves {

  private BucketOwners owners;

  /** By how many buckets each owner has yet to grow; negative where it has to shrink. */
  private final Map<String, Integer> growth = new TreeMap<>();

  private FewestMoves(BucketOwners owners) {
    this.owners = owners;
  }

  /** The allocation of {@code weights} to which the fewest buckets move. */
  static Allocation toWeights(Allocation before, List<Weight> weights) {
    FewestMoves moves = new FewestMoves(BucketOwners.of(before));
    int free = before.buckets();
    for (Weight weight : Weight.check(weights)) {
      int wanted = weight.wholeBuckets(before.buckets());
      moves.growth.put(weight.variant(), wanted);
      free -= wanted;
    }
    moves.growth.put(BucketOwners.NOBODY, free);
    moves.owners.sizes().forEach((owner, size) -> moves.growth.merge(owner, -size, Integer::sum));
    moves.run();
    return moves.owners.allocation();
  }

  private void run() {
    while (shiftBorder() || cut()) {
      // Each run of buckets makes up what somebody lacked, or had too much, or a whole piece.
    }
  }

  /** Shifts one border between an owner that has to shrink and one that has to grow. */
  private boolean shiftBorder() {
    List<Piece> pieces = owners.pieces();
    for (int i = 1; i < pieces.size(); i++) {
      Piece left = pieces.get(i - 1);
      Piece right = pieces.get(i);
      if (shrinks(left) && grows(right.owner())) {
        int moved = most(left, right.owner());
        move(left, left.to() - moved, left.to(), right.owner());
        return true;
      }
      if (grows(left.owner()) && shrinks(right)) {
        int moved = most(right, left.owner());
        move(right, right.from(), right.from() + moved, left.owner());
        return true;
      }
    }
    return false;
  }

  /**
   * Cuts a run from the beginning of the last piece of an owner that has to shrink: whoever takes
   * it may go on at the border before it.
   */
  private boolean cut() {
    List<Piece> pieces = owners.pieces();
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (shrinks(piece)) {
        String taker = firstTaker();
        move(piece, piece.from(), piece.from() + most(piece, taker), taker);
        return true;
      }
    }
    return false;
  }

  private void move(Piece piece, int from, int to, String taker) {
    owners = owners.give(from, to, taker);
    growth.merge(piece.owner(), to - from, Integer::sum);
    growth.merge(taker, from - to, Integer::sum);
  }

  private String firstTaker() {
    return growth.keySet().stream().filter(this::grows).findFirst().orElseThrow();
  }

  private int most(Piece piece, String taker) {
    int tooMany = -growth.getOrDefault(piece.owner(), 0);
    return Math.min(piece.length(), Math.min(tooMany, growth.getOrDefault(taker, 0)));
  }

  private boolean shrinks(Piece piece) {
    return growth.getOrDefault(piece.owner(), 0) < 0;
  }

  private boolean grows(String owner) {
    return growth.getOrDefault(owner, 0) > 0;
  }
}
