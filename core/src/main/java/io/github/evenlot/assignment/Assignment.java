package io.github.evenlot.assignment;

/**
 * The answer to "which variant does this unit get?". Either {@link Assigned} or {@link
 * NotAssigned}; each says why.
 */
public sealed interface Assignment {

  /** The key of the experiment that was asked about. */
  String experiment();

  /** The bucket that the unit fell into; -1 where another rule decided before one was drawn. */
  int bucket();

  /** The number of the epoch in force; 0 where the experiment is not known. */
  int epoch();

  /** The id of the experiment's bucketing; empty where the experiment is not known. */
  String bucketing();

  /** The rule that decided. */
  Reason reason();

  /** The variant, or {@code fallback} where the unit is not assigned. */
  String variantOr(String fallback);

  /**
   * Whether an exposure of this unit belongs into the analysis: only if the lot decided. Units that
   * were forced into a variant, and units that are not assigned, would bias it.
   */
  default boolean isAnalysed() {
    return reason().isAnalysed();
  }

  /**
   * The unit is in the experiment.
   *
   * @param experiment the experiment's key
   * @param variant the variant's id
   * @param bucket the bucket that the unit fell into
   * @param epoch the number of the epoch whose allocation decided
   * @param bucketing the id of the bucketing that was used
   * @param reason the rule that decided
   */
  record Assigned(
      String experiment, String variant, int bucket, int epoch, String bucketing, Reason reason)
      implements Assignment {

    @Override
    public String variantOr(String fallback) {
      return variant;
    }
  }

  /**
   * The unit is not in the experiment: show the default, and report no exposure.
   *
   * @param experiment the experiment's key
   * @param bucket the bucket that the unit fell into; -1 where none was drawn
   * @param epoch the number of the epoch that was in force; 0 where the experiment is not known
   * @param bucketing the id of the experiment's bucketing; empty where that is not known
   * @param reason the rule that decided
   * @param by the key of the holdout, the prerequisite or the mutex group that decided; empty where
   *     it was the experiment itself
   */
  record NotAssigned(
      String experiment, int bucket, int epoch, String bucketing, Reason reason, String by)
      implements Assignment {

    /** In an experiment of which nothing is known. */
    public NotAssigned(String experiment, Reason reason) {
      this(experiment, -1, 0, "", reason, "");
    }

    @Override
    public String variantOr(String fallback) {
      return fallback;
    }
  }

  /** The rules, in the order in which they are asked; the first that applies decides. */
  enum Reason {
    /** There is no snapshot of experiments yet. */
    NO_SNAPSHOT,
    /** No experiment has this key. */
    UNKNOWN_EXPERIMENT,
    /** An operator has switched the experiment off. */
    KILLED,
    /** The experiment is a draft. */
    DRAFT,
    /** The experiment is paused; its units come back to the same variants. */
    PAUSED,
    /** The experiment is concluded. */
    CONCLUDED,
    /** The time is before the experiment's start. */
    NOT_STARTED,
    /** The time is at or after the experiment's end. */
    ENDED,
    /** No unit of the kind that is randomised was given. */
    NO_UNIT,
    /** The unit is in a holdout. */
    HELD_OUT,
    /** The unit was forced into the variant by its id. */
    FORCED,
    /** Another experiment has not assigned the unit to a variant that is required. */
    PREREQUISITE,
    /** The unit's attributes do not meet the targeting. */
    NOT_TARGETED,
    /** The unit's bucket of a mutex group is not in the experiment's slot. */
    OTHER_SLOT,
    /** The experiment does not take this unit's share of the traffic yet. */
    NO_TRAFFIC,
    /** The unit's bucket belongs to no variant. */
    NOT_ALLOCATED,
    /** The unit's bucket belongs to the variant. */
    ALLOCATED;

    private static final Reason[] ALL = values();

    /** Without the array that {@code values()} copies at each call. */
    static Reason of(int ordinal) {
      return ALL[ordinal];
    }

    boolean assigns() {
      return this == FORCED || this == ALLOCATED;
    }

    boolean isAnalysed() {
      return this == ALLOCATED;
    }
  }
}
