package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Reason;

/** The answers to one question, as flat arrays by experiment. */
final class Answers {

  private static final int REASON_BITS = 5;

  /** The question that an answer belongs to; older ones are left lying. */
  private final long[] marks;

  private final int[] buckets;

  /** The detail, and in the lowest bits the reason. */
  private final int[] outcomes;

  Answers(int experiments) {
    marks = new long[experiments];
    buckets = new int[experiments];
    outcomes = new int[experiments];
  }

  boolean has(int experiment, long mark) {
    return marks[experiment] == mark;
  }

  /**
   * @param detail the variant's index where the unit is assigned; the gate or prerequisite that
   *     decided, or {@link Snapshot#UNKNOWN}, where not
   */
  void put(int experiment, long mark, Reason reason, int bucket, int detail) {
    marks[experiment] = mark;
    buckets[experiment] = bucket;
    outcomes[experiment] = detail << REASON_BITS | reason.ordinal();
  }

  Reason reason(int experiment) {
    return Reason.of(outcomes[experiment] & (1 << REASON_BITS) - 1);
  }

  int bucket(int experiment) {
    return buckets[experiment];
  }

  int detail(int experiment) {
    return outcomes[experiment] >> REASON_BITS;
  }
}
