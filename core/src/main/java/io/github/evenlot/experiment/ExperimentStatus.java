package io.github.evenlot.experiment;

/** Where an experiment is in its life. Only a running one assigns. */
public enum ExperimentStatus {
  /** It is being prepared; it holds its mutex slot already. */
  DRAFT,
  /** It assigns, within its dates. */
  RUNNING,
  /** It assigns nobody for a while; its units come back to the same variants. */
  PAUSED,
  /** It is over for good, and its mutex slot is free. */
  CONCLUDED
}
