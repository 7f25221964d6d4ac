package io.github.evenlot.simulation;

import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Counts how runs ended. Tallies of stretches are added in their order, so that sums come out alike
 * whoever made them.
 */
final class Tally {

  private final double truth;
  private final double[] usersAt;
  private final long[] endedAt;
  private final long[] rejectedAt;
  private long runs;
  private long untestable;
  private long intervals;
  private long covering;
  private Moments errors = Moments.EMPTY;

  /**
   * @param truth what is estimated
   * @param usersAt the users of both arms at each look
   */
  Tally(double truth, double[] usersAt) {
    this.truth = truth;
    this.usersAt = usersAt;
    this.endedAt = new long[usersAt.length];
    this.rejectedAt = new long[usersAt.length];
  }

  void add(Ending ending) {
    runs++;
    endedAt[ending.look()]++;
    if (ending.rejected()) {
      rejectedAt[ending.look()]++;
    }
    if (ending.result() instanceof Tested tested) {
      tested.interval().ifPresent(this::addInterval);
      tested.estimate().ifPresent(this::addEstimate);
    } else {
      untestable++;
    }
  }

  private void addInterval(ConfidenceInterval interval) {
    intervals++;
    covering += interval.contains(truth) ? 1 : 0;
  }

  private void addEstimate(double estimate) {
    errors = errors.plus(Moments.of(1, estimate - truth, 0));
  }

  /** This one, with the other's runs added. */
  Tally plus(Tally other) {
    runs += other.runs;
    untestable += other.untestable;
    intervals += other.intervals;
    covering += other.covering;
    Arrays.setAll(endedAt, look -> endedAt[look] + other.endedAt[look]);
    Arrays.setAll(rejectedAt, look -> rejectedAt[look] + other.rejectedAt[look]);
    errors = errors.plus(other.errors);
    return this;
  }

  SimulationResult result() {
    List<Rate> byLook = rejectedByLook();
    return new SimulationResult(
        byLook.get(byLook.size() - 1),
        byLook,
        new Rate(untestable, runs),
        Optional.of(intervals).filter(all -> all > 0).map(all -> new Rate(covering, all)),
        Optional.of(errors).filter(all -> all.n() > 0).map(Average::of),
        users());
  }

  private List<Rate> rejectedByLook() {
    List<Rate> byLook = new ArrayList<>();
    long rejected = 0;
    for (long at : rejectedAt) {
      rejected += at;
      byLook.add(new Rate(rejected, runs));
    }
    return byLook;
  }

  private Average users() {
    double mean = perRun(look -> usersAt[look]);
    double squares = perRun(look -> (usersAt[look] - mean) * (usersAt[look] - mean));
    return new Average(mean, Math.sqrt(squares / runs), runs);
  }

  /** The mean over the runs of a number that the last look decides. */
  private double perRun(IntToDoubleFunction number) {
    double sum = 0;
    for (int look = 0; look < endedAt.length; look++) {
      sum += endedAt[look] * number.applyAsDouble(look);
    }
    return sum / runs;
  }
}
