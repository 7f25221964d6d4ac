package io.github.evenlot.app.svg;

/**
 * A mark on an axis.
 *
 * @param value where it is
 * @param label what stands beside it
 */
public record Tick(double value, String label) {}
