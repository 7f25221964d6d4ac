package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Variant;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.sequential.LookBoundary;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One arm against the control.
 *
 * @param variant the arm
 * @param test the test of a difference
 * @param lift the relative lift over the control, with an interval that holds for all arms and all
 *     looks at once
 * @param adjustedP Holm's adjustment of the test's p-value; empty where it is not testable
 * @param z the statistic, held against the boundary if a look was taken; empty where it is not
 *     testable
 * @param boundary what it was held against; empty where no look was taken
 * @param rejectedAt the number of the look that first rejected, if one did
 * @param rejectedZ the statistic at that look: its sign says which way the arm differs, and stays,
 *     whatever later looks show
 */
public record Comparison(
    Variant variant,
    TestResult test,
    TestResult lift,
    OptionalDouble adjustedP,
    OptionalDouble z,
    Optional<LookBoundary> boundary,
    OptionalInt rejectedAt,
    OptionalDouble rejectedZ) {

  public Comparison {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(lift, "lift");
    Objects.requireNonNull(adjustedP, "adjustedP");
    Objects.requireNonNull(z, "z");
    Objects.requireNonNull(boundary, "boundary");
    Objects.requireNonNull(rejectedAt, "rejectedAt");
    Objects.requireNonNull(rejectedZ, "rejectedZ");
  }
}
