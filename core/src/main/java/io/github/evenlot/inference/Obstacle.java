package io.github.evenlot.inference;

/**
 * What stands in the way of a test, for a program; {@link NotTestable#reason} says it to people.
 */
public enum Obstacle {

  /** An arm has fewer units than it takes: 2 for a variance, 1 for a proportion. */
  TOO_FEW_UNITS,

  /** Fewer than two arms are to have units, by their weights. */
  TOO_FEW_ARMS,

  /** No arm has any variance, or what is estimated of them has none. */
  ZERO_VARIANCE,

  /**
   * A variance is below 0: the sum of squares is too small for the sum, so one of them is wrong.
   */
  NEGATIVE_VARIANCE,

  /** Too large or too small for floating point; another unit helps. */
  OUT_OF_RANGE,

  /** Conversions are compared, and values are not all 0 or 1. */
  NOT_CONVERSIONS,

  /** All values are 0. */
  NOBODY_CONVERTED,

  /** All values are 1. */
  EVERYBODY_CONVERTED,

  /** The control's mean is 0, or too close to it to divide by. */
  NO_BASELINE,

  /** The mean of a ratio's denominator is 0, or too close to it to divide by. */
  NO_DENOMINATOR,

  /** No stratum compares the arms, or the method knows no strata. */
  NOT_STRATIFIABLE,

  /** Another, of a method that is not built in. */
  OTHER
}
