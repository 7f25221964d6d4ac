package io.github.evenlot.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Who owns each bucket, as pieces without a gap: the buckets of no variant are owned by nobody. */
final class BucketOwners {

  /** Sorts before every variant, for no key is empty. */
  static final String NOBODY = "";

  /** The buckets {@code [from, to)} belong to {@code owner}. */
  record Piece(int from, int to, String owner) {

    int length() {
      return to - from;
    }
  }

  private final int buckets;
  private final List<Piece> pieces = new ArrayList<>();

  private BucketOwners(int buckets) {
    this.buckets = buckets;
  }

  static BucketOwners of(Allocation allocation) {
    BucketOwners owners = new BucketOwners(allocation.buckets());
    for (Allocation.Range range : allocation.ranges()) {
      owners.append(range.from(), NOBODY);
      owners.append(range.to(), range.variant());
    }
    owners.append(allocation.buckets(), NOBODY);
    return owners;
  }

  /** Goes on to {@code to} with an owner; a neighbour of the same owner grows instead. */
  void append(int to, String owner) {
    int last = pieces.size() - 1;
    int from = last < 0 ? 0 : pieces.get(last).to;
    if (to == from) {
      return;
    }
    if (last >= 0 && pieces.get(last).owner.equals(owner)) {
      pieces.set(last, new Piece(pieces.get(last).from, to, owner));
    } else {
      pieces.add(new Piece(from, to, owner));
    }
  }

  /** The pieces, no two neighbours of one owner. */
  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** The number of buckets of each owner, sorted. */
  TreeMap<String, Integer> sizes() {
    TreeMap<String, Integer> sizes = new TreeMap<>();
    pieces.forEach(piece -> sizes.merge(piece.owner, piece.length(), Integer::sum));
    return sizes;
  }

  /** The same, with {@code [from, to)} given to another owner. */
  BucketOwners give(int from, int to, String owner) {
    BucketOwners given = new BucketOwners(buckets);
    for (Piece piece : pieces) {
      given.append(Math.min(piece.to, Math.max(piece.from, from)), piece.owner);
      given.append(Math.max(piece.from, Math.min(piece.to, to)), owner);
      given.append(piece.to, piece.owner);
    }
    return given;
  }

  Allocation allocation() {
    return Allocation.of(
        buckets,
        pieces.stream()
            .filter(piece -> !piece.owner.equals(NOBODY))
            .map(piece -> new Allocation.Range(piece.from, piece.to, piece.owner))
            .toList());
  }
}
