package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.targeting.AttributeValues;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about, and what has been found out about them so far: buckets of draws that several
 * experiments ask for, and whether they meet conditions. Each is computed once per question,
 * however many experiments share it.
 */
final class Question {

  private final Snapshot snapshot;

  /** What has another mark than this is about an older question. */
  private long mark;

  private final EncodedUnit[] units;
  private final long[] givenAt;
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
    givenAt = new long[kinds];
    attributes = snapshot.conditions.attributes().values(Attributes.NONE);
    drawnAt = new long[snapshot.draws.shared()];
    buckets = new int[snapshot.draws.shared()];
    judgedAt = new long[snapshot.conditions.compiled().length];
    met = new boolean[snapshot.conditions.compiled().length];
  }

  /** Begins a question about a user. */
  void ask(@Nullable String user, Attributes of, Instant time) {
    begin(of, time);
    set(Snapshot.USER_KIND, user);
  }

  /** Begins a question about a user whose id is a number. */
  void ask(long user, Attributes of, Instant time) {
    begin(of, time);
    givenAt[Snapshot.USER_KIND] = mark;
    units[Snapshot.USER_KIND].set(user);
  }

  /** Begins a question about units of several kinds. */
  void ask(Units of, Attributes with, Instant time) {
    begin(with, time);
    for (int kind = 0; kind < units.length; kind++) {
      set(kind, of.idOf(snapshot.kinds[kind]));
    }
  }

  private void begin(Attributes of, Instant time) {
    attributes.set(of);
    second = time.getEpochSecond();
    nano = time.getNano();
    mark++;
  }

  private void set(int kind, @Nullable String id) {
    if (id != null) {
      givenAt[kind] = mark;
      units[kind].set(id);
    }
  }

  long mark() {
    return mark;
  }

  /** The row of an experiment's phase at the time of the question. */
  int row(int experiment) {
    return snapshot.rowAt(experiment, second, nano);
  }

  boolean isGiven(int kind) {
    return givenAt[kind] == mark;
  }

  /** The unit of a kind that is given. */
  EncodedUnit unit(int kind) {
    return units[kind];
  }

  /** Whether the unit that a draw is about is given. */
  boolean canDraw(int draw) {
    return isGiven(snapshot.draws.kinds()[draw]);
  }

  /** The bucket in a draw that several rules may ask for. */
  int sharedBucket(int draw) {
    if (drawnAt[draw] != mark) {
      buckets[draw] = bucket(draw);
      drawnAt[draw] = mark;
    }
    return buckets[draw];
  }

  /** The bucket in a draw. */
  int bucket(int draw) {
    return snapshot.draws.bucketings()[draw].bucket(units[snapshot.draws.kinds()[draw]]);
  }

  boolean meets(int condition) {
    if (judgedAt[condition] != mark) {
      met[condition] = snapshot.conditions.compiled()[condition].matches(attributes);
      judgedAt[condition] = mark;
    }
    return met[condition];
  }
}
