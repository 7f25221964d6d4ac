package io.github.evenlot.assignment;

/**
 * The answer to "which variant does this unit get?". Either {@link Assigned} or {@link
 * NotAssigned}; each says why.
 */
public sealed interface Assignment {

  /** The key of the experiment that was asked about. */
  String experiment();

  /** The rule that decided. */
  Reason reason();

  /** The variant, or {@code fallback} where the unit is not assigned. */
  String variantOr(String fallback);

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
   * @param reason the rule that decided
   */
  record NotAssigned(String experiment, Reason reason) implements Assignment {

    @Override
    public String variantOr(String fallback) {
      return fallback;
    }
  }

  /** The rules, in the order in which they are asked; the first that applies decides. */
  enum Reason {
    /** No experiment has this key. */
    UNKNOWN_EXPERIMENT,
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
    /** The unit's bucket belongs to no variant. */
    NOT_ALLOCATED,
    /** The unit's bucket belongs to the variant. */
    ALLOCATED
  }
}
