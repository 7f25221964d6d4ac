package io.github.evenlot.assignment;

import io.github.evenlot.assignment.Assignment.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where an {@link Assigner} works and puts its answers: the caller brings it and uses it again, so
 * that an evaluation allocates nothing. It holds the answers to the last question alone, by the
 * index of the experiment in the assigner that was asked ({@link Assigner#indexOf}).
 *
 * <p>For one thread at a time. It fits any assigner; another one than the last time, as after a
 * change of the experiments, gives it new arrays. Until then it may also hold on to the attributes
 * of the last question.
 */
public final class AssignmentBuffer {

  private @Nullable Evaluation evaluation;

  /** The evaluation that works on these very arrays. */
  @SuppressWarnings("ReferenceEquality") // indexes point into this snapshot and no equal one
  Evaluation of(Snapshot snapshot) {
    Evaluation known = evaluation;
    if (known != null && known.snapshot() == snapshot) {
      return known;
    }
    Evaluation fitting = new Evaluation(snapshot);
    evaluation = fitting;
    return fitting;
  }

  /** Whether the unit is assigned to a variant; not for -1, the index of an unknown experiment. */
  public boolean isAssigned(int experiment) {
    return experiment != Snapshot.UNKNOWN && reason(experiment).assigns();
  }

  /** The rule that decided. */
  public Reason reason(int experiment) {
    return answered(experiment).reason(experiment);
  }

  /** Whether an exposure belongs into the analysis; see {@link Assignment#isAnalysed}. */
  public boolean isAnalysed(int experiment) {
    return experiment != Snapshot.UNKNOWN && reason(experiment).isAnalysed();
  }

  /** The id of the variant; null where the unit is not assigned. */
  public @Nullable String variant(int experiment) {
    return answered(experiment).variant(experiment);
  }

  /** The bucket that the unit fell into; -1 where the unit is not assigned and none was drawn. */
  public int bucket(int experiment) {
    return answered(experiment).bucket(experiment);
  }

  /** The number of the epoch that was in force. */
  public int epoch(int experiment) {
    return answered(experiment).epoch(experiment);
  }

  /** The id of the experiment's bucketing. */
  public String bucketing(int experiment) {
    return answered(experiment).bucketing(experiment);
  }

  /**
   * The key of the holdout, the prerequisite or the mutex group that decided; empty where it was
   * the experiment itself.
   */
  public String by(int experiment) {
    return answered(experiment).by(experiment);
  }

  /** The answer as a value that outlives the buffer. */
  public Assignment get(int experiment) {
    return answered(experiment).get(experiment);
  }

  private Evaluation answered(int experiment) {
    Evaluation known = evaluation;
    if (known == null || !known.hasAnswer(experiment)) {
      throw new IllegalStateException(
          "the last question was not about the experiment of index " + experiment);
    }
    return known;
  }
}
