package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;

/**
 * The mean of a number over the runs that have it.
 *
 * @param value the mean
 * @param standardError its Monte-Carlo standard error s/√n; 0 of one run
 * @param runs that have the number
 */
public record Average(double value, double standardError, long runs) {

  static Average of(Moments numbers) {
    return new Average(
        numbers.mean(), Math.sqrt(Math.max(0, numbers.variance()) / numbers.n()), numbers.n());
  }
}
