package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Keys;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A layer whose slots partition the units, so that a unit is in at most one of the experiments that
 * own them. Layers may be nested: a group within a slot of another one shares out that slot's units
 * alone.
 *
 * @param key the name under which slots refer to it
 * @param unitKind the kind of unit that is partitioned
 * @param bucketing the pinned algorithm; slots are ranges of its buckets
 * @param salt what keeps the partition independent of all others; changes only when no experiment
 *     lives in the group
 * @param holdouts units that are kept out of all experiments of the group
 * @param within the slot of another group that this one shares out; null for all units
 */
public record MutexGroup(
    String key,
    String unitKind,
    Bucketing bucketing,
    String salt,
    List<Holdout> holdouts,
    @Nullable Slot within) {

  private static final int DEEPEST = 8;

  public MutexGroup {
    Keys.check("mutex group", key);
    Keys.check("unit kind", unitKind);
    Objects.requireNonNull(bucketing, "bucketing");
    Objects.requireNonNull(salt, "salt");
    holdouts = Holdout.check(holdouts);
    int depth = 1;
    for (Slot slot = within; slot != null; slot = slot.group().within) {
      depth++;
      if (slot.group().key.equals(key)) {
        throw new IllegalArgumentException("mutex group \"%s\" is within itself".formatted(key));
      }
      if (depth > DEEPEST) {
        throw new IllegalArgumentException(
            "mutex group \"%s\" is nested deeper than %d".formatted(key, DEEPEST));
      }
    }
  }

  /** Users, partitioned by {@code evenlot-1} into 10,000 buckets. */
  public static MutexGroup of(String key) {
    return new MutexGroup(
        key, Audience.USER, Bucketings.EVENLOT_1, "$group:" + key, List.of(), null);
  }

  /** The same group of another kind of unit. */
  public MutexGroup withUnitKind(String newKind) {
    return new MutexGroup(key, newKind, bucketing, salt, holdouts, within);
  }

  /** The same group, partitioned by another algorithm. */
  public MutexGroup withBucketing(Bucketing newBucketing) {
    return new MutexGroup(key, unitKind, newBucketing, salt, holdouts, within);
  }

  /** The same group, dealt anew. */
  public MutexGroup withSalt(String newSalt) {
    return new MutexGroup(key, unitKind, bucketing, newSalt, holdouts, within);
  }

  /** The same group without the units of these holdouts instead of those it had. */
  public MutexGroup withHoldouts(List<Holdout> newHoldouts) {
    return new MutexGroup(key, unitKind, bucketing, salt, newHoldouts, within);
  }

  /** The same group, sharing out a slot of another one. */
  public MutexGroup within(Slot slot) {
    return new MutexGroup(key, unitKind, bucketing, salt, holdouts, slot);
  }

  /** Whether a unit has the same bucket in both. */
  boolean partitionsLike(MutexGroup other) {
    return unitKind.equals(other.unitKind)
        && bucketing.id().equals(other.bucketing.id())
        && salt.equals(other.salt);
  }

  /**
   * The half-open range of buckets {@code [from, to)}.
   *
   * @throws IllegalArgumentException if it is empty or goes beyond the buckets
   */
  public Slot slot(int from, int to) {
    return new Slot(this, from, to);
  }
}
