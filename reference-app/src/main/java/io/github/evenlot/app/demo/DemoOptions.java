package io.github.evenlot.app.demo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the demo is to run.
 *
 * @param viewers how many to replay, if not those of the chosen tests
 * @param keep whether the servers stay up until someone presses Ctrl-C
 * @param directory where the data are to be, if not in a temporary directory
 * @param kafkaPort 0 for any free one
 * @param postgresPort 0 for any free one
 * @param flinkPort 0 for any free one
 * @param seed of the order and the times in which viewers come
 */
record DemoOptions(
    Optional<Long> viewers,
    boolean keep,
    Optional<Path> directory,
    int kafkaPort,
    int postgresPort,
    int flinkPort,
    long seed) {

  static final long SEED = 20130125;

  /** All viewers of the chosen tests, free ports, a temporary directory. */
  static DemoOptions defaults() {
    return new DemoOptions(Optional.empty(), false, Optional.empty(), 0, 0, 0, SEED);
  }

  DemoOptions withViewers(long newViewers) {
    return new DemoOptions(
        Optional.of(newViewers), keep, directory, kafkaPort, postgresPort, flinkPort, seed);
  }
}
