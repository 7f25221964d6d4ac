package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assigns units to variants. A pure function of (experiments, units, attributes, time): the same
 * question has the same answer everywhere and forever. Safe under any number of threads; takes no
 * lock; never throws, whatever the id and the attributes, but where memory runs out for an id of
 * hundreds of millions of characters, or a bucketing of the user's own throws.
 *
 * <p>Making one compiles the experiments; asking it is then a matter of nanoseconds, and with a
 * buffer of the caller's allocates nothing:
 *
 * <pre>{@code
 * AssignmentBuffer buffer = new AssignmentBuffer(); // once per thread
 * int checkout = assigner.assign("checkout-button", "alice", Attributes.NONE, now, buffer);
 * if (buffer.isAssigned(checkout)) {
 *   show(buffer.variant(checkout));
 * }
 * }</pre>
 *
 * <p>An index belongs to its assigner: when the experiments have changed, another assigner may give
 * it to another experiment. Whoever keeps indexes has to look them up again for each assigner.
 */
public final class Assigner {

  private final Snapshot snapshot;
  private final Reason unknown;
  private final BufferPool buffers = new BufferPool();

  private Assigner(Snapshot snapshot, Reason unknown) {
    this.snapshot = snapshot;
    this.unknown = unknown;
  }

  /** What assigns nobody because it has no experiments yet: {@link Reason#NO_SNAPSHOT}. */
  public static Assigner ofNothing() {
    Snapshot empty = SnapshotCompiler.compile(Experiments.of(), KillSwitch.NONE);
    return new Assigner(empty, Reason.NO_SNAPSHOT);
  }

  /** An assigner of experiments none of which is switched off. */
  public static Assigner of(Experiments experiments) {
    return of(experiments, KillSwitch.NONE);
  }

  /**
   * An assigner that takes some experiments to be off, whatever their definitions say.
   *
   * @param killSwitch which ones
   */
  public static Assigner of(Experiments experiments, KillSwitch killSwitch) {
    return new Assigner(
        SnapshotCompiler.compile(experiments, killSwitch), Reason.UNKNOWN_EXPERIMENT);
  }

  /**
   * @throws IllegalArgumentException if the experiments can't be together, as {@link
   *     Experiments#of} says
   */
  public static Assigner of(Experiment... experiments) {
    return of(Experiments.of(experiments));
  }

  /** The number of experiments; their indexes are 0 to one less. */
  public int size() {
    return snapshot.size();
  }

  /**
   * The index of an experiment, by which a buffer knows it, in this assigner and no other; -1 if
   * there is none of this key.
   */
  public int indexOf(String experiment) {
    return snapshot.indexOf(experiment);
  }

  /**
   * The key of an experiment.
   *
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public String keyOf(int index) {
    return snapshot.index.keys()[index];
  }

  /**
   * The variant of a user in an experiment at a time.
   *
   * @param experiment the experiment's key; an unknown one gives {@link NotAssigned}
   * @param time when the variant would be shown
   */
  public Assignment assign(String experiment, UnitId user, Instant time) {
    return assign(experiment, user, Attributes.NONE, time);
  }

  /** The variant of a user with attributes in an experiment at a time. */
  public Assignment assign(String experiment, UnitId user, Attributes attributes, Instant time) {
    return assign(experiment, Units.ofUser(user.value()), attributes, time);
  }

  /** The variant, in an experiment at a time, of the unit whose kind it randomises. */
  public Assignment assign(String experiment, Units units, Attributes attributes, Instant time) {
    int index = indexOf(experiment);
    if (index == Snapshot.UNKNOWN) {
      return new NotAssigned(experiment, unknown);
    }
    AssignmentBuffer buffer = buffers.take();
    assign(index, units, attributes, time, buffer);
    Assignment answer = buffer.get(index);
    buffers.giveBack(buffer);
    return answer;
  }

  /** The answers of all experiments at a time, in the order in which they were given. */
  public List<Assignment> assignAll(Units units, Attributes attributes, Instant time) {
    AssignmentBuffer buffer = buffers.take();
    assignAll(units, attributes, time, buffer);
    List<Assignment> answers = new ArrayList<>(size());
    for (int experiment = 0; experiment < size(); experiment++) {
      answers.add(buffer.get(experiment));
    }
    buffers.giveBack(buffer);
    return answers;
  }

  /**
   * Puts the answer of one experiment for a user into {@code buffer}.
   *
   * @param experiment the experiment's key
   * @return the experiment's index, by which the buffer knows the answer; -1, and the buffer is as
   *     it was, if there is none of this key
   */
  public int assign(
      String experiment,
      String user,
      Attributes attributes,
      Instant time,
      AssignmentBuffer buffer) {
    int index = indexOf(experiment);
    if (index != Snapshot.UNKNOWN) {
      assign(index, user, attributes, time, buffer);
    }
    return index;
  }

  /** As {@link #assign(String, String, Attributes, Instant, AssignmentBuffer)}, of a decimal id. */
  public int assign(
      String experiment, long user, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    int index = indexOf(experiment);
    if (index != Snapshot.UNKNOWN) {
      assign(index, user, attributes, time, buffer);
    }
    return index;
  }

  /**
   * As {@link #assign(String, String, Attributes, Instant, AssignmentBuffer)}, of several kinds.
   */
  public int assign(
      String experiment,
      Units units,
      Attributes attributes,
      Instant time,
      AssignmentBuffer buffer) {
    int index = indexOf(experiment);
    if (index != Snapshot.UNKNOWN) {
      assign(index, units, attributes, time, buffer);
    }
    return index;
  }

  /**
   * Puts the answer of one experiment for a user into {@code buffer}.
   *
   * @param experiment the experiment's index in this assigner
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public void assign(
      int experiment, String user, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(time);
    evaluation.answer(experiment, user, attributes);
  }

  /** As {@link #assign(int, String, Attributes, Instant, AssignmentBuffer)}, of a decimal id. */
  public void assign(
      int experiment, long user, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(user, time);
    evaluation.answer(experiment, Question.GIVEN, attributes);
  }

  /** As {@link #assign(int, String, Attributes, Instant, AssignmentBuffer)}, of several kinds. */
  public void assign(
      int experiment, Units units, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(units, time);
    evaluation.answer(experiment, Question.GIVEN, attributes);
  }

  /** Puts the answers of all experiments for a user into {@code buffer}. */
  public void assignAll(String user, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(time);
    evaluation.answerAll(user, attributes);
  }

  /** As {@link #assignAll(String, Attributes, Instant, AssignmentBuffer)}, of a decimal id. */
  public void assignAll(long user, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(user, time);
    evaluation.answerAll(Question.GIVEN, attributes);
  }

  /** As {@link #assignAll(String, Attributes, Instant, AssignmentBuffer)}, of several kinds. */
  public void assignAll(Units units, Attributes attributes, Instant time, AssignmentBuffer buffer) {
    Evaluation evaluation = buffer.of(snapshot);
    evaluation.question().begin(units, time);
    evaluation.answerAll(Question.GIVEN, attributes);
  }

  /**
   * The variant that an epoch's allocation has for {@code unit}, whatever the experiment's status,
   * dates and audience: what a recorded exposure is checked against. Empty if the unit is not
   * allocated or the experiment has had no such epoch.
   */
  public static Optional<String> variantIn(Experiment experiment, int epoch, UnitId unit) {
    return experiment
        .epoch(epoch)
        .flatMap(known -> known.allocation().variantOf(bucket(experiment, unit)));
  }

  private static int bucket(Experiment experiment, UnitId unit) {
    return experiment.bucketing().bucket(experiment.salt(), unit.value());
  }
}
