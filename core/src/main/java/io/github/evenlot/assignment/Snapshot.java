package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.SaltedBucketing;
import io.github.evenlot.targeting.AttributeNames;
import io.github.evenlot.targeting.CompiledCondition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All experiments at one moment, compiled into flat arrays: what an evaluation reads lies in the
 * order in which it is read. Immutable, and free of the definitions it was made of.
 *
 * <p>An experiment has one or more phases ({@link Phase}); each is a row of {@link #ROW} ints.
 */
final class Snapshot {

  /** In place of an index: there is no such thing. */
  static final int UNKNOWN = -1;

  /** The kind of unit that has the first place among {@link #kinds}. */
  static final int USER_KIND = 0;

  // The columns of a row.
  static final int CLOSED = 0;
  static final int EPOCH = 1;
  static final int KIND = 2;
  static final int RULES = 3;
  static final int CONDITION = 4;
  static final int SLOT = 5;
  static final int SLOTS = 6;
  static final int TRAFFIC_DRAW = 7;
  static final int TRAFFIC = 8;
  static final int SPLIT_DRAW = 9;
  static final int SEGMENT = 10;
  static final int SEGMENTS = 11;
  static final int ROW = 12;

  /** Of the experiments; {@code firstPhase} and {@code firstVariant} have one more, the end. */
  record Index(
      String[] keys,
      String[] bucketings,
      int[] firstPhase,
      int[] firstVariant,
      String[] variants,
      Map<String, Integer> byKey) {}

  /** Of the phases. */
  record Phases(long[] second, int[] nano, int[] rows) {}

  /** Of the segments of all allocations. */
  record SegmentTable(int[] ends, int[] variants) {}

  /** Of the draws; the first {@code shared} are those that several rules may ask for. */
  record Draws(SaltedBucketing[] bucketings, int[] kinds, int shared) {}

  /** Of the distinct conditions, and the attributes that they read. */
  record Conditions(CompiledCondition[] compiled, AttributeNames attributes) {}

  final Index index;
  final Phases phases;
  final SegmentTable segments;
  final Draws draws;
  final Gates gates;
  final Conditions conditions;
  final Rules[] rules;
  final String[] kinds;

  Snapshot(
      Index index,
      Phases phases,
      SegmentTable segments,
      Draws draws,
      Gates gates,
      Conditions conditions,
      Rules[] rules,
      String[] kinds) {
    this.index = index;
    this.phases = phases;
    this.segments = segments;
    this.draws = draws;
    this.gates = gates;
    this.conditions = conditions;
    this.rules = rules;
    this.kinds = kinds;
  }

  int size() {
    return index.keys.length;
  }

  /** The index of the experiment with this key, or {@link #UNKNOWN}. */
  int indexOf(String key) {
    @Nullable Integer known = index.byKey.get(key);
    return known == null ? UNKNOWN : known;
  }

  String variantId(int experiment, int variant) {
    return index.variants[index.firstVariant[experiment] + variant];
  }

  /** The place in {@code phases.rows} of the phase of an experiment at a time. */
  int rowAt(int experiment, long second, int nano) {
    int phase = index.firstPhase[experiment];
    int last = index.firstPhase[experiment + 1] - 1;
    while (phase < last && hasBegun(phase + 1, second, nano)) {
      phase++;
    }
    return phase * ROW;
  }

  private boolean hasBegun(int phase, long second, int nano) {
    long from = phases.second[phase];
    return from < second || from == second && phases.nano[phase] <= nano;
  }

  /**
   * The index of the variant that has a bucket, or {@link Segments#NOBODY}; a bucket that a user's
   * own bucketing should not have given belongs to nobody.
   */
  int variantOf(int row, int bucket) {
    int first = phases.rows[row + SEGMENT];
    int last = first + phases.rows[row + SEGMENTS] - 1;
    if (bucket < 0 || bucket >= segments.ends[last]) {
      return Segments.NOBODY;
    }
    int segment = last - first < 8 ? counted(first, last, bucket) : searched(first, last, bucket);
    return segments.variants[segment];
  }

  /** Few segments are counted through without a branch that could be mispredicted. */
  private int counted(int first, int last, int bucket) {
    int segment = first;
    for (int i = first; i < last; i++) {
      // 1 if the segment ends at or below the bucket, else 0
      segment += (segments.ends[i] - bucket - 1) >>> 31;
    }
    return segment;
  }

  private int searched(int first, int last, int bucket) {
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (segments.ends[middle] <= bucket) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
