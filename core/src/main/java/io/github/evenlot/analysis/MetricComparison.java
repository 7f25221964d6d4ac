package io.github.evenlot.analysis;

import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.inference.TestResult;
import java.util.Objects;

/**
 * One arm against the control in a metric that is not the primary one, as a single look.
 *
 * @param metric the metric
 * @param variant the arm
 * @param test the plan's test
 * @param lift the relative lift over the control, with an interval of confidence 1 − alpha
 */
public record MetricComparison(
    MetricDefinition metric, Variant variant, TestResult test, TestResult lift) {

  public MetricComparison {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(lift, "lift");
  }
}
