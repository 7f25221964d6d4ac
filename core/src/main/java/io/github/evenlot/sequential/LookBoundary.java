package io.github.evenlot.sequential;

/**
 * What one look is held against.
 *
 * @param information the information fraction of the look
 * @param boundary reject if z, two-sided |z|, is at or above it; infinite where the look may spend
 *     nothing, so that no statistic rejects
 * @param futility stop without rejecting if z is at or below it; −∞ where there is no such bound
 * @param nominalP the p-value of a fixed-sample test at the boundary, two-sided where the design is
 * @param alphaSpent the type I error spent up to and including this look, over all sides
 */
public record LookBoundary(
    double information, double boundary, double futility, double nominalP, double alphaSpent) {}
