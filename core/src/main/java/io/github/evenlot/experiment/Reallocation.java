package io.github.evenlot.experiment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change from one allocation to another, and who moves by it. {@link #of} plans one that moves as
 * few units as possible.
 *
 * @param before the allocation in force
 * @param after the allocation to come, of as many buckets
 */
public record Reallocation(Allocation before, Allocation after) {

  /**
   * The units of some buckets change from one variant to another.
   *
   * @param from the variant's id; null if they were in none
   * @param to the variant's id; null if they will be in none
   * @param buckets how many buckets that are, at least 1
   * @param ofBuckets how many there are
   */
  public record Move(@Nullable String from, @Nullable String to, int buckets, int ofBuckets) {

    /** The share of all units that move this way, in (0, 1]. */
    public double share() {
      return (double) buckets / ofBuckets;
    }

    /** Whether units that are in the experiment change their variant. */
    public boolean isFlip() {
      return from != null && to != null;
    }
  }

  public Reallocation {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (before.buckets() != after.buckets()) {
      throw new IllegalArgumentException(
          "a reallocation of %d buckets can't become one of %d"
              .formatted(before.buckets(), after.buckets()));
    }
  }

  /**
   * Takes buckets from the variants that shrink and gives them to those that grow; the units that
   * are in no variant count as one more. So {@link #movedBuckets} is {@link #leastMovedBuckets}. A
   * variant that {@code weights} leave out is dropped; one that {@code before} has not is added.
   *
   * <p>Borders between a variant that shrinks and one that grows are shifted first. Only what is
   * left makes new ranges: with k variants at most k more than there were, gaps counted as ranges
   * too.
   *
   * @param weights in any order, which does not matter
   * @throws IllegalArgumentException if the weights sum to more than 100 percent, name a variant
   *     twice, or need a fraction of a bucket
   */
  public static Reallocation of(Allocation before, List<Weight> weights) {
    return new Reallocation(before, FewestMoves.toWeights(before, weights));
  }

  /** Who moves, sorted by variant, units of none first. Empty if nobody does. */
  public List<Move> moves() {
    return MovesBetween.of(before, after);
  }

  /** The buckets whose units move, those that join or leave included. */
  public int movedBuckets() {
    return moves().stream().mapToInt(Move::buckets).sum();
  }

  /**
   * The buckets that have to move, however it is done: the total variation distance between the
   * shares before and after, in buckets.
   */
  public int leastMovedBuckets() {
    Map<String, Integer> growth = new TreeMap<>();
    before.ranges().forEach(range -> growth.merge(range.variant(), -range.length(), Integer::sum));
    after.ranges().forEach(range -> growth.merge(range.variant(), range.length(), Integer::sum));
    int growing = growth.values().stream().filter(by -> by > 0).mapToInt(by -> by).sum();
    int shrinking = -growth.values().stream().filter(by -> by < 0).mapToInt(by -> by).sum();
    return Math.max(growing, shrinking);
  }

  /** The buckets whose units are in the experiment and change their variant. */
  public int flippedBuckets() {
    return moves().stream().filter(Move::isFlip).mapToInt(Move::buckets).sum();
  }

  /** The share of all units that move, 0 to 1. */
  public double movedShare() {
    return (double) movedBuckets() / before.buckets();
  }

  /**
   * The share of those in the experiment who change their variant, 0 to 1; 0 if nobody is in it.
   * Those of them who have seen the one and come to see the other are switchers, and drop out of
   * the analysis.
   */
  public double flippedShare() {
    int enrolled = before.ranges().stream().mapToInt(Allocation.Range::length).sum();
    return enrolled == 0 ? 0 : (double) flippedBuckets() / enrolled;
  }
}
