package io.github.evenlot.analysis;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a secondary metric says of one arm. It decides nothing, and its p-value is that of one look.
 *
 * @param comparison the arm against the control
 * @param adjustedP the p-value adjusted over all secondary metrics and arms by the plan; empty
 *     where it is not testable
 */
public record SecondaryResult(MetricComparison comparison, OptionalDouble adjustedP) {

  public SecondaryResult {
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(adjustedP, "adjustedP");
  }
}
