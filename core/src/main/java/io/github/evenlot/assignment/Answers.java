package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Reason;

/** The answers to one question, as flat arrays by experiment. */
final class Answers {

  /** The question that an answer belongs to; older ones are left lying. */
  private final long[] marks;

  private final int[] rows;
  private final byte[] reasons;
  private final int[] buckets;
  private final int[] details;

  Answers(int experiments) {
    marks = new long[experiments];
    rows = new int[experiments];
    reasons = new byte[experiments];
    buckets = new int[experiments];
    details = new int[experiments];
  }

  boolean has(int experiment, long mark) {
    return marks[experiment] == mark;
  }

  /**
   * @param detail the variant's index where the unit is assigned; the gate or prerequisite that
   *     decided, or {@link Snapshot#UNKNOWN}, where not
   */
  void put(int experiment, long mark, int row, Reason reason, int bucket, int detail) {
    marks[experiment] = mark;
    rows[experiment] = row;
    reasons[experiment] = (byte) reason.ordinal();
    buckets[experiment] = bucket;
    details[experiment] = detail;
  }

  int row(int experiment) {
    return rows[experiment];
  }

  Reason reason(int experiment) {
    return Reason.of(reasons[experiment]);
  }

  int bucket(int experiment) {
    return buckets[experiment];
  }

  int detail(int experiment) {
    return details[experiment];
  }
}
