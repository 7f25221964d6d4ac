package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.TestResult;
import java.util.OptionalDouble;

/**
 * One arm against the control, with all the data there are.
 *
 * @param arm the arm
 * @param test of the difference of means
 * @param adjusted its p-value by Holm over the arms of the study; empty where there is no test
 * @param lift relative to the control, with Fieller's interval
 */
record ArmFinding(Arm arm, TestResult test, OptionalDouble adjusted, TestResult lift) {}
