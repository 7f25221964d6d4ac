package io.github.evenlot.app.analyze;

/**
 * Lines that make no study.
 *
 * @param experiment whose they are; empty where they do not tell
 * @param reason with the file and the line
 */
record Failure(String experiment, String reason) implements Outcome {}
