package io.github.evenlot.simulation;

import java.util.List;
import java.util.Optional;

/**
 * What a simulation found. Every number has its Monte-Carlo standard error with it.
 *
 * @param rejected the runs that rejected at any look: the type I error where the null hypothesis
 *     holds, else the power
 * @param rejectedByLook for each look the runs that had rejected by then
 * @param untestable the runs whose last look could not be tested
 * @param coverage of those that end with an interval, the runs where it contains the truth; empty
 *     if none does. The interval is the method's own: what peeking does to it is seen here
 * @param bias the mean of the estimates that runs end with, less the truth; empty if the method
 *     gives none
 * @param users the mean number of users of both arms at the end
 */
public record SimulationResult(
    Rate rejected,
    List<Rate> rejectedByLook,
    Rate untestable,
    Optional<Rate> coverage,
    Optional<Average> bias,
    Average users) {

  public SimulationResult {
    rejectedByLook = List.copyOf(rejectedByLook);
  }
}
