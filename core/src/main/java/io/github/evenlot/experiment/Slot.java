package io.github.evenlot.experiment;

import java.util.Objects;

/**
 * The half-open range of a mutex group's buckets that an experiment, or another group, owns.
 *
 * @param group whose buckets these are
 * @param from the first bucket, at least 0
 * @param to one past the last bucket, above {@code from}, at most the group's buckets
 */
public record Slot(MutexGroup group, int from, int to) {

  public Slot {
    Objects.requireNonNull(group, "group");
    int buckets = group.bucketing().buckets();
    if (from < 0 || to <= from || to > buckets) {
      throw new IllegalArgumentException(
          "slot [%d, %d) of mutex group \"%s\" is empty or outside [0, %d)"
              .formatted(from, to, group.key(), buckets));
    }
  }

  /** The number of buckets. */
  public int length() {
    return to - from;
  }

  /** Whether some bucket belongs to both; slots of two groups have none in common. */
  public boolean overlaps(Slot other) {
    return group.key().equals(other.group.key()) && from < other.to && other.from < to;
  }

  @Override
  public String toString() {
    return "slot [%d, %d) of mutex group \"%s\"".formatted(from, to, group.key());
  }
}
