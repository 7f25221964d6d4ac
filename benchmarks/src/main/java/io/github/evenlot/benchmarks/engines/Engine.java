package io.github.evenlot.benchmarks.engines;

/**
 * An assignment engine, set up for a {@link Work}. Each question builds whatever the engine needs
 * to know about the user, as a service would on each request.
 */
interface Engine {

  /** The user's variant in the only experiment, or {@link Work#NONE}. */
  String one(String id, String[] profile);

  /**
   * The user's variants in all experiments, in whatever form the engine gives them; good until the
   * next question.
   */
  Object all(String id, String[] profile);

  /** An answer of {@link #all} as the variants, or {@link Work#NONE}, in the order of the work. */
  String[] variants(Object all);
}
