package io.github.evenlot.port;

/** Which job computed a row. */
public enum RowOrigin {
  /** The streaming job: up to date within a checkpoint. */
  STREAM,
  /** The batch job over the raw facts: authoritative. */
  BATCH
}
