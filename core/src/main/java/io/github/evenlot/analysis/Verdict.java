package io.github.evenlot.analysis;

/** What an analysis advises. */
public enum Verdict {
  /** An arm beats the control. */
  SHIP,
  /** Every arm loses to the control. */
  ROLL_BACK,
  /**
   * All the information that was planned is there, or no more is to come; no arm beats the control.
   */
  NO_WINNER,
  /** Nothing is decided yet, and more information is to come. */
  KEEP_RUNNING,
  /** Something upstream is wrong, so no number can be trusted. */
  BROKEN
}
