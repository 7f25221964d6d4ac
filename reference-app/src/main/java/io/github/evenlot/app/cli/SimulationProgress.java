package io.github.evenlot.app.cli;

import java.util.function.Function;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error while runs go on, if somebody watches at a terminal. */
final class SimulationProgress {

  private SimulationProgress() {}

  /**
   * @param runs how many there will be
   * @param work is given a place to report further runs
   */
  static <T> T show(int runs, Function<IntConsumer, T> work) {
    if (System.console() == null) {
      return work.apply(done -> {});
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("experiments")
            .setInitialMax(runs)
            .setStyle(ProgressBarStyle.ASCII)
            .clearDisplayOnFinish()
            .build()) {
      return work.apply(bar::stepBy);
    }
  }
}
