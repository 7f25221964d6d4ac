package io.github.evenlot.sequential;

/**
 * What a look decides on one comparison of several.
 *
 * @param rejected whether its null hypothesis is rejected, at this look or an earlier one
 * @param boundary what its statistic was held against at this look
 */
public record HolmDecision(boolean rejected, LookBoundary boundary) {}
