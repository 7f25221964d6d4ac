package io.github.evenlot.app.demo;

/**
 * The counts of one arm, as one of the three sources has them.
 *
 * @param viewers exposed units
 * @param clicks units that converted
 */
record ArmCount(long viewers, long clicks) {}
