package io.github.evenlot.benchmarks.engines;

import java.util.function.Function;

/** The engines that are compared, and the bare limit. */
public enum Contender {
  EVENLOT(EvenlotEngine::new),
  RAW_HASH(RawHashEngine::new),
  LAUNCHDARKLY(LaunchDarklyEngine::new),
  OPTIMIZELY(OptimizelyEngine::new),
  CONFIGCAT(ConfigCatEngine::new),
  PROCTOR(ProctorEngine::new),
  EPPO(EppoEngine::new),
  SPLIT(SplitEngine::new);

  private final Function<Work, Engine> engine;

  Contender(Function<Work, Engine> engine) {
    this.engine = engine;
  }

  Engine engine(Work work) {
    return engine.apply(work);
  }
}
