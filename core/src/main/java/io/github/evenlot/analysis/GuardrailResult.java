package io.github.evenlot.analysis;

import java.util.Objects;

/**
 * What a guardrail metric says of one arm.
 *
 * @param comparison the arm against the control
 * @param state whether the arm may pass
 * @param explanation why, as a clause
 */
public record GuardrailResult(MetricComparison comparison, State state, String explanation) {

  /** Whether an arm may pass a guardrail. */
  public enum State {
    /** Nothing speaks of harm, and where there is a margin, it is shown to lose less. */
    PASSES,
    /** It may not pass: it seems to do harm, or is not yet shown to lose less than the margin. */
    UNPROVEN,
    /** It does harm: it has crossed the boundary of this look. */
    HARMS
  }

  public GuardrailResult {
    Objects.requireNonNull(comparison, "comparison");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(explanation, "explanation");
  }
}
