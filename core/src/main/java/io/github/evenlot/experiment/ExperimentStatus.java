package io.github.evenlot.experiment;

/** Where an experiment is in its life. Only a running one assigns. */
public enum ExperimentStatus {
  DRAFT,
  RUNNING,
  PAUSED,
  CONCLUDED
}
