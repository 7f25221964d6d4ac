package io.github.evenlot.bucketing;

/**
 * A bucketing whose authors work with a fraction in [0, 1], which they compare with cumulated
 * shares. Its bucket is the one that makes every such comparison come out as theirs does.
 */
public sealed interface FractionBucketing extends Bucketing permits ScaledBucketing {

  /** What its authors' own code calls the hash or the bucket value of the unit, in [0, 1]. */
  double fraction(String salt, String unit);
}
