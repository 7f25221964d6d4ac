package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.targeting.Attributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of experiments, in the order of {@link Reason}, for one question after the other.
 * Each step either decides, and says so, or lets the next one decide.
 */
final class Evaluation {

  private final Snapshot snapshot;
  private final Question question;
  private final Answers answers;

  Evaluation(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.question = new Question(snapshot);
    this.answers = new Answers(snapshot.size());
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Question question() {
    return question;
  }

  boolean hasAnswer(int experiment) {
    return experiment >= 0
        && experiment < snapshot.size()
        && answers.has(experiment, question.mark());
  }

  Reason reason(int experiment) {
    return answers.reason(experiment);
  }

  int bucket(int experiment) {
    return answers.bucket(experiment);
  }

  int epoch(int experiment) {
    return column(question.row(experiment), Snapshot.EPOCH);
  }

  @Nullable String variant(int experiment) {
    return reason(experiment).assigns()
        ? snapshot.variantId(experiment, answers.detail(experiment))
        : null;
  }

  String bucketing(int experiment) {
    return snapshot.index.bucketings()[experiment];
  }

  Assignment get(int experiment) {
    String key = snapshot.index.keys()[experiment];
    int bucket = bucket(experiment);
    int epoch = epoch(experiment);
    String bucketing = bucketing(experiment);
    Reason reason = reason(experiment);
    String variant = variant(experiment);
    return variant == null
        ? new NotAssigned(key, bucket, epoch, bucketing, reason, by(experiment))
        : new Assigned(key, variant, bucket, epoch, bucketing, reason);
  }

  /** The name of the holdout, group or prerequisite that decided; empty if it was none of these. */
  String by(int experiment) {
    int detail = answers.detail(experiment);
    if (detail == Snapshot.UNKNOWN || reason(experiment).assigns()) {
      return "";
    }
    if (reason(experiment) == Reason.PREREQUISITE) {
      int rules = column(question.row(experiment), Snapshot.RULES);
      return snapshot.rules[rules].prerequisites().get(detail).key();
    }
    return snapshot.gates.name(detail);
  }

  void answerAll(@Nullable String user, Attributes attributes) {
    for (int experiment = 0; experiment < snapshot.size(); experiment++) {
      answer(experiment, user, attributes);
    }
  }

  /** Answers for one experiment, unless that has been done. */
  void answer(int experiment, @Nullable String user, Attributes attributes) {
    if (answers.has(experiment, question.mark())) {
      return;
    }
    int row = question.row(experiment);
    int closed = column(row, Snapshot.CLOSED);
    if (closed != Snapshot.UNKNOWN) {
      put(experiment, Reason.of(closed), Snapshot.UNKNOWN);
    } else if (!question.isGiven(column(row, Snapshot.KIND), user)) {
      put(experiment, Reason.NO_UNIT, Snapshot.UNKNOWN);
    } else if (!isDecidedByRules(experiment, row, user, attributes)
        && !isOutsideTargeting(experiment, row, attributes)
        && !isOutsideSlots(experiment, row, user)
        && !isOutsideTraffic(experiment, row, user)) {
      allocate(experiment, row, user);
    }
  }

  private int column(int row, int column) {
    return snapshot.phases.rows()[row + column];
  }

  private boolean isDecidedByRules(
      int experiment, int row, @Nullable String user, Attributes attributes) {
    int index = column(row, Snapshot.RULES);
    if (index == Snapshot.UNKNOWN) {
      return false;
    }
    Rules rules = snapshot.rules[index];
    return isHeldOut(experiment, row, rules.holdouts(), user)
        || isForced(experiment, row, rules, user)
        || lacksPrerequisite(experiment, row, rules.prerequisites(), user, attributes);
  }

  private boolean isHeldOut(int experiment, int row, Gates.Run holdouts, @Nullable String user) {
    for (int gate = holdouts.first(); gate < holdouts.end(); gate++) {
      int draw = snapshot.gates.draw(gate);
      if (!question.canDraw(draw, user)) {
        return put(experiment, Reason.NO_UNIT, gate);
      }
      if (snapshot.gates.contains(gate, question.sharedBucket(draw, user))) {
        return put(experiment, Reason.HELD_OUT, gate);
      }
    }
    return false;
  }

  private boolean isForced(int experiment, int row, Rules rules, @Nullable String user) {
    Forced forced = rules.forced();
    if (forced == null) {
      return false;
    }
    int variant = forced.variantOf(question.unit(column(row, Snapshot.KIND), user));
    if (variant == Forced.NOT_FORCED) {
      return false;
    }
    int bucket = question.bucket(column(row, Snapshot.SPLIT_DRAW), user);
    answers.put(experiment, question.mark(), Reason.FORCED, bucket, variant);
    return true;
  }

  private boolean lacksPrerequisite(
      int experiment,
      int row,
      List<Rules.Required> prerequisites,
      @Nullable String user,
      Attributes attributes) {
    for (int i = 0; i < prerequisites.size(); i++) {
      if (!isMet(prerequisites.get(i), user, attributes)) {
        return put(experiment, Reason.PREREQUISITE, i);
      }
    }
    return false;
  }

  /** Definitions with a circle of prerequisites are refused, so this comes to an end. */
  private boolean isMet(Rules.Required required, @Nullable String user, Attributes attributes) {
    int other = required.experiment();
    if (other == Snapshot.UNKNOWN) {
      return false;
    }
    answer(other, user, attributes);
    return answers.reason(other).assigns() && required.accepts(answers.detail(other));
  }

  private boolean isOutsideTargeting(int experiment, int row, Attributes attributes) {
    int condition = column(row, Snapshot.CONDITION);
    return condition != Snapshot.UNKNOWN
        && !question.meets(condition, attributes)
        && put(experiment, Reason.NOT_TARGETED, Snapshot.UNKNOWN);
  }

  private boolean isOutsideSlots(int experiment, int row, @Nullable String user) {
    int end = column(row, Snapshot.SLOT) + column(row, Snapshot.SLOTS);
    for (int gate = column(row, Snapshot.SLOT); gate < end; gate++) {
      int draw = snapshot.gates.draw(gate);
      if (!question.canDraw(draw, user)) {
        return put(experiment, Reason.NO_UNIT, gate);
      }
      if (!snapshot.gates.contains(gate, question.sharedBucket(draw, user))) {
        return put(experiment, Reason.OTHER_SLOT, gate);
      }
    }
    return false;
  }

  private boolean isOutsideTraffic(int experiment, int row, @Nullable String user) {
    int draw = column(row, Snapshot.TRAFFIC_DRAW);
    return draw != Snapshot.UNKNOWN
        && question.bucket(draw, user) >= column(row, Snapshot.TRAFFIC)
        && put(experiment, Reason.NO_TRAFFIC, Snapshot.UNKNOWN);
  }

  private void allocate(int experiment, int row, @Nullable String user) {
    int bucket = question.bucket(column(row, Snapshot.SPLIT_DRAW), user);
    int variant = snapshot.variantOf(row, bucket);
    Reason reason = variant == Segments.NOBODY ? Reason.NOT_ALLOCATED : Reason.ALLOCATED;
    answers.put(experiment, question.mark(), reason, bucket, variant);
  }

  /** Records that a unit is not assigned; true, so that it can end a chain of rules. */
  private boolean put(int experiment, Reason reason, int detail) {
    answers.put(experiment, question.mark(), reason, Snapshot.UNKNOWN, detail);
    return true;
  }
}
