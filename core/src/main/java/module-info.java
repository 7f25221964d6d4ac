/**
 * Evenlot's core: assignment, exact counting and honest decisions, in pure Java behind ports.
 *
 * <p>Every package but {@code internal} is exported, each for the reason beside it.
 */
module io.github.evenlot.core {
  requires static org.jspecify;
  requires org.apache.commons.statistics.distribution;
  requires hipparchus.core;
  requires re2j;

  // From a salt and a unit to a bucket; users may bring their own algorithm.
  exports io.github.evenlot.bucketing;
  // What is configured: experiments, variants, allocations, metrics, plans.
  exports io.github.evenlot.experiment;
  // Who an experiment is for: conditions on attributes.
  exports io.github.evenlot.targeting;
  // Who gets what.
  exports io.github.evenlot.assignment;
  // What a service keeps around that: the last good experiments, the exposures it has reported.
  exports io.github.evenlot.serving;
  // What happened: exposures and metric events.
  exports io.github.evenlot.event;
  // From the facts of one user to rows of increments; the streaming adapter runs this.
  exports io.github.evenlot.metric;
  // Sufficient statistics, exact and in floating point.
  exports io.github.evenlot.statistics;
  // Test methods; researchers add theirs.
  exports io.github.evenlot.inference;
  // Alpha spending, boundaries and looks.
  exports io.github.evenlot.sequential;
  // How often a method errs, by simulation.
  exports io.github.evenlot.simulation;
  // From rows and past looks to a decision.
  exports io.github.evenlot.analysis;
  // What adapters implement.
  exports io.github.evenlot.port;
  // Every port in memory, and a clock that can be set: for users' own tests.
  exports io.github.evenlot.memory;

  // A user's own algorithms from a salt and a unit to a bucket.
  uses io.github.evenlot.bucketing.Bucketing;
  // A researcher's own test methods.
  uses io.github.evenlot.inference.TestMethodProvider;
}
