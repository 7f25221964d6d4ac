package io.github.evenlot.analysis;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.sequential.Look;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that one analysis found. With several epochs every comparison is made within epochs.
 *
 * @param experiment the experiment's key
 * @param metric the key of the metric that decides
 * @param asOf the day up to whose end facts counted
 * @param arms the control first
 * @param sampleRatio whether the arms have the units they should have
 * @param switchers units seen in more than one variant, which are left out
 * @param mismatches units with an exposure that the assigner would not have made
 * @param overall the test over all arms at once, for a metric that has one
 * @param information the information fraction; above 1 when more units came than were planned
 * @param comparisons each arm but the control against it; empty when the experiment is broken
 * @param secondaries what the secondary metrics say; empty when the experiment is broken
 * @param guardrails what the guardrail metrics say; empty when the experiment is broken
 * @param looks the looks that this analysis took, to be recorded before anyone sees the report
 * @param decision the advice
 */
public record AnalysisReport(
    String experiment,
    String metric,
    LocalDate asOf,
    List<ArmSummary> arms,
    TestResult sampleRatio,
    long switchers,
    long mismatches,
    Optional<TestResult> overall,
    double information,
    List<Comparison> comparisons,
    List<SecondaryResult> secondaries,
    List<GuardrailResult> guardrails,
    List<Look> looks,
    Decision decision) {

  public AnalysisReport {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(asOf, "asOf");
    arms = List.copyOf(arms);
    Objects.requireNonNull(sampleRatio, "sampleRatio");
    Objects.requireNonNull(overall, "overall");
    comparisons = List.copyOf(comparisons);
    secondaries = List.copyOf(secondaries);
    guardrails = List.copyOf(guardrails);
    looks = List.copyOf(looks);
    Objects.requireNonNull(decision, "decision");
  }

  /** The exposed units that are analysed, over all arms. */
  public long units() {
    return arms.stream().mapToLong(ArmSummary::units).sum();
  }
}
