package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.targeting.AttributeValues;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What has been found out about whoever is asked about: buckets of draws that several experiments
 * ask for, and whether they meet conditions. Each is computed once per question, however many
 * experiments share it.
 *
 * <p>The user and the attributes go from hand to hand and are not kept here; see {@link
 * AttributeValues}.
 */
final class Question {

  /** In place of a user's id: whoever it is about was given at the beginning. */
  static final @Nullable String GIVEN = null;

  private final Snapshot snapshot;

  /** What has another mark than this is about an older question. */
  private long mark;

  private final EncodedUnit[] units;
  private final long[] setAt;
  private final AttributeValues attributes;
  private long second;
  private int nano;

  private final long[] drawnAt;
  private final int[] buckets;
  private final long[] judgedAt;
  private final boolean[] met;

  Question(Snapshot snapshot) {
    this.snapshot = snapshot;
    int kinds = snapshot.kinds.length;
    units = new EncodedUnit[kinds];
    Arrays.setAll(units, any -> new EncodedUnit());
    setAt = new long[kinds];
    attributes = snapshot.conditions.attributes().values();
    drawnAt = new long[snapshot.draws.shared()];
    buckets = new int[snapshot.draws.shared()];
    judgedAt = new long[snapshot.conditions.compiled().length];
    met = new boolean[snapshot.conditions.compiled().length];
  }

  /** Begins a question about a user whose id goes from hand to hand. */
  void begin(Instant time) {
    attributes.clear();
    second = time.getEpochSecond();
    nano = time.getNano();
    mark++;
  }

  /** Begins a question about a user whose id is a number. */
  void begin(long user, Instant time) {
    begin(time);
    units[Snapshot.USER_KIND].set(user);
    setAt[Snapshot.USER_KIND] = mark;
  }

  /** Begins a question about units of several kinds. */
  void begin(Units of, Instant time) {
    begin(time);
    for (int kind = 0; kind < units.length; kind++) {
      String id = of.idOf(snapshot.kinds[kind]);
      if (id != null) {
        set(kind, id);
      }
    }
  }

  private void set(int kind, String id) {
    units[kind].set(id);
    setAt[kind] = mark;
  }

  long mark() {
    return mark;
  }

  /** The row of an experiment's phase at the time of the question. */
  int row(int experiment) {
    return snapshot.rowAt(experiment, second, nano);
  }

  /**
   * Whether there is a unit of a kind.
   *
   * @param user the user's id, or {@link #GIVEN}
   */
  boolean isGiven(int kind, @Nullable String user) {
    return user != null && kind == Snapshot.USER_KIND || setAt[kind] == mark;
  }

  /** The unit of a kind that is given. */
  EncodedUnit unit(int kind, @Nullable String user) {
    if (setAt[kind] != mark && user != null) {
      set(kind, user);
    }
    return units[kind];
  }

  /** Whether the unit that a draw is about is given. */
  boolean canDraw(int draw, @Nullable String user) {
    return isGiven(snapshot.draws.kinds()[draw], user);
  }

  /** The bucket in a draw that several rules may ask for. */
  int sharedBucket(int draw, @Nullable String user) {
    if (drawnAt[draw] != mark) {
      buckets[draw] = bucket(draw, user);
      drawnAt[draw] = mark;
    }
    return buckets[draw];
  }

  /** The bucket in a draw. */
  int bucket(int draw, @Nullable String user) {
    return snapshot.draws.bucketings()[draw].bucket(unit(snapshot.draws.kinds()[draw], user));
  }

  boolean meets(int condition, Attributes of) {
    if (judgedAt[condition] != mark) {
      met[condition] = snapshot.conditions.compiled()[condition].matches(of, attributes);
      judgedAt[condition] = mark;
    }
    return met[condition];
  }
}
