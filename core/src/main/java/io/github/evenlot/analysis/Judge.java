package io.github.evenlot.analysis;

import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the comparisons of a healthy experiment to its advice. */
final class Judge {

  private final MetricDefinition metric;
  private final Map<String, ArmSummary> arms;
  private final ArmSummary control;
  private final double information;

  Judge(MetricDefinition metric, List<ArmSummary> arms, double information) {
    this.metric = metric;
    this.arms =
        arms.stream().collect(Collectors.toMap(arm -> arm.variant().id(), Function.identity()));
    this.control = arms.get(0);
    this.information = information;
  }

  Decision judge(List<Comparison> comparisons) {
    Optional<Comparison> best =
        comparisons.stream()
            .filter(this::wins)
            .max(Comparator.comparingDouble(comparison -> goodness(comparison.variant())));
    if (best.isPresent()) {
      return ship(best.get());
    }
    boolean allLose =
        !comparisons.isEmpty() && comparisons.stream().allMatch(c -> c.rejectedAt().isPresent());
    if (allLose) {
      return Decision.of(Verdict.ROLL_BACK, "every arm does worse than the control");
    }
    return information < 1
        ? Decision.of(
            Verdict.KEEP_RUNNING,
            "no arm has crossed its boundary, with %.0f %% of the planned units"
                .formatted(Math.floor(100 * information)))
        : Decision.of(
            Verdict.NO_WINNER,
            "all planned units have come, and no arm does better than the control");
  }

  private Decision ship(Comparison best) {
    String id = best.variant().id();
    return new Decision(
        Verdict.SHIP,
        Optional.of(id),
        "\"%s\" does better than the control; look %d crossed the boundary"
            .formatted(id, best.rejectedAt().orElseThrow()));
  }

  private boolean wins(Comparison comparison) {
    return comparison.rejectedAt().isPresent()
        && goodness(comparison.variant()) > goodness(control.variant());
  }

  /** The arm's mean, with the sign that makes more better. */
  private double goodness(Variant variant) {
    ArmSummary arm = arms.getOrDefault(variant.id(), control);
    double value = mean(arm);
    return metric.direction() == Direction.INCREASE ? value : -value;
  }

  private double mean(ArmSummary arm) {
    double mean = arm.moments().mean();
    return metric.kind() == MetricDefinition.Kind.LATENCY ? mean / arm.moments().x().mean() : mean;
  }
}
