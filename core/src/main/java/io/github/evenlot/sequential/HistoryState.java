package io.github.evenlot.sequential;

import java.util.ArrayList;
import java.util.List;

/**
 * What the next boundary depends on.
 *
 * @param boundaries of the looks taken
 * @param process stopped where the type I error counts on it
 * @param futilityProcess stopped at all boundaries; the same as {@code process} unless there are
 *     futility bounds that do not bind
 * @param alphaSpent type I error spent on one side
 * @param betaSpent type II error spent
 */
record HistoryState(
    List<LookBoundary> boundaries,
    ScoreProcess process,
    ScoreProcess futilityProcess,
    double alphaSpent,
    double betaSpent) {

  static final HistoryState START =
      new HistoryState(List.of(), ScoreProcess.START, ScoreProcess.START, 0, 0);

  HistoryState with(LookBoundary boundary) {
    List<LookBoundary> all = new ArrayList<>(boundaries);
    all.add(boundary);
    return new HistoryState(List.copyOf(all), process, futilityProcess, alphaSpent, betaSpent);
  }

  HistoryState withProcesses(ScoreProcess newProcess, ScoreProcess newFutilityProcess) {
    return new HistoryState(boundaries, newProcess, newFutilityProcess, alphaSpent, betaSpent);
  }

  HistoryState withSpent(double newAlphaSpent, double newBetaSpent) {
    return new HistoryState(boundaries, process, futilityProcess, newAlphaSpent, newBetaSpent);
  }

  /** Of the last look; 0 before the first. */
  double information() {
    return boundaries.isEmpty() ? 0 : boundaries.get(boundaries.size() - 1).information();
  }
}
