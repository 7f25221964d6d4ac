package io.github.evenlot.app.analyze;

/**
 * An arm as its file names it.
 *
 * @param id short
 * @param label what people know it by; the id where there is nothing else
 */
record Arm(String id, String label) {}
