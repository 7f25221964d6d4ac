package io.github.evenlot.sequential;

/** What a look decides. */
public enum LookOutcome {
  /** No boundary is reached, and there is alpha left for another look. */
  CONTINUE,
  /** The boundary is reached: the null hypothesis is rejected. */
  REJECT,
  /** The futility bound is reached. */
  STOP_FOR_FUTILITY,
  /** The last look did not reach the boundary. */
  END_WITHOUT_REJECTION
}
