package io.github.evenlot.simulation;

import io.github.evenlot.inference.TestResult;

/**
 * How a run ended.
 *
 * @param look its index
 * @param rejected whether it rejected there
 * @param result of the method
 */
record Ending(int look, boolean rejected, TestResult result) {}
