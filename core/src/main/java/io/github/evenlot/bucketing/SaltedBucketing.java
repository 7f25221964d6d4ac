package io.github.evenlot.bucketing;

/**
 * A {@link Bucketing} whose salt is prepared: what an engine asks once per unit and experiment. It
 * must be safe under any number of threads, each with its own {@link EncodedUnit}.
 */
@FunctionalInterface
public interface SaltedBucketing {

  /** The bucket of {@code unit} under the salt, in {@code [0, buckets())} of its bucketing. */
  int bucket(EncodedUnit unit);
}
