package io.github.evenlot.app.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Runs the stages of the demo one after the other and says what came of each and how long it took.
 */
final class Stages {

  /** What a bar can be put on. */
  interface Work<T> {

    /**
     * @param progress takes how far the work is
     */
    T run(LongConsumer progress) throws Exception;
  }

  private static final int BAR_MILLIS = 200;

  private final PrintStream out;
  private final boolean terminal;

  /**
   * @param out where the line of each stage goes
   * @param terminal whether somebody watches, so that bars make sense; they go to standard error
   */
  Stages(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Runs a stage.
   *
   * @param said what to say of its result
   * @throws DemoException if the stage fails; its message names the stage and the cause
   */
  <T> T run(String name, Function<T, String> said, Callable<T> stage) {
    long start = System.nanoTime();
    T result;
    try {
      result = stage.call();
    } catch (DemoException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException(name + " was interrupted", e);
    } catch (Exception e) {
      throw DemoException.of(name, e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    out.printf(
        Locale.ROOT, "  %-8s %-84s %6.1f s%n", name, said.apply(result), took.toMillis() / 1000.0);
    out.flush();
    return result;
  }

  /**
   * Does something with a progress bar, if somebody watches.
   *
   * @param total what the bar's end means; below 0 if that is not known
   * @param work is given a place to report how far it is
   */
  <T> T withBar(String name, long total, Work<T> work) throws Exception {
    if (!terminal) {
      return work.run(any -> {});
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("  " + name)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(BAR_MILLIS)
            .clearDisplayOnFinish()
            .hideEta()
            .build()) {
      return work.run(bar::stepTo);
    }
  }
}
