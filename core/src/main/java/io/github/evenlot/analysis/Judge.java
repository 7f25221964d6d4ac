package io.github.evenlot.analysis;

import io.github.evenlot.analysis.GuardrailResult.State;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From the comparisons of a healthy experiment to its advice. */
final class Judge {

  private final MetricTest primary;
  private final List<GuardrailResult> guardrails;
  private final Progress progress;

  Judge(MetricTest primary, List<GuardrailResult> guardrails, Progress progress) {
    this.primary = primary;
    this.guardrails = guardrails;
    this.progress = progress;
  }

  Decision judge(List<Comparison> comparisons) {
    List<Comparison> winners = comparisons.stream().filter(this::wins).sorted(bestFirst()).toList();
    Optional<Comparison> best =
        winners.stream().filter(winner -> veto(winner.variant()).isEmpty()).findFirst();
    if (best.isPresent()) {
      return ship(best.get());
    }
    if (!comparisons.isEmpty() && comparisons.stream().allMatch(this::isHarmful)) {
      return rollBack(comparisons);
    }
    return progress.isOver() ? noWinner(winners) : keepRunning(winners);
  }

  private Decision ship(Comparison best) {
    String id = best.variant().id();
    return new Decision(
        Verdict.SHIP,
        Optional.of(id),
        "\"%s\" does better than the control; look %d crossed the boundary"
            .formatted(id, best.rejectedAt().orElseThrow()));
  }

  private Decision rollBack(List<Comparison> comparisons) {
    Optional<GuardrailResult> harmed =
        comparisons.stream()
            .filter(comparison -> !loses(comparison))
            .flatMap(comparison -> harm(comparison.variant()).stream())
            .findFirst();
    return Decision.of(
        Verdict.ROLL_BACK,
        "every arm does worse than the control"
            + harmed.map(guardrail -> ", or harms: " + said(guardrail)).orElse(""));
  }

  private Decision keepRunning(List<Comparison> winners) {
    return Decision.of(
        Verdict.KEEP_RUNNING,
        vetoed(winners)
            .orElseGet(
                () ->
                    "no arm has crossed its boundary, with %s of the planned units"
                        .formatted(progress.percent())));
  }

  private Decision noWinner(List<Comparison> winners) {
    return Decision.of(
        Verdict.NO_WINNER,
        progress.reached()
            + ", and "
            + vetoed(winners).orElse("no arm does better than the control"));
  }

  /** The best arm that does better and still may not pass. */
  private Optional<String> vetoed(List<Comparison> winners) {
    return winners.stream()
        .findFirst()
        .flatMap(
            winner ->
                veto(winner.variant())
                    .map(
                        guardrail ->
                            "\"%s\" does better than the control, but may not pass: %s"
                                .formatted(winner.variant().id(), said(guardrail))));
  }

  private static String said(GuardrailResult guardrail) {
    return "guardrail \"%s\" of \"%s\" %s"
        .formatted(
            guardrail.comparison().metric().key(),
            guardrail.comparison().variant().id(),
            guardrail.explanation());
  }

  private boolean wins(Comparison comparison) {
    return comparison.rejectedAt().isPresent() && goodnessWhenRejected(comparison) > 0;
  }

  private boolean loses(Comparison comparison) {
    return comparison.rejectedAt().isPresent() && goodnessWhenRejected(comparison) <= 0;
  }

  private boolean isHarmful(Comparison comparison) {
    return loses(comparison) || harm(comparison.variant()).isPresent();
  }

  /** Which way an arm differs was decided with its rejection; a later look proves nothing else. */
  private double goodnessWhenRejected(Comparison comparison) {
    return primary.goodness(comparison.rejectedZ().orElse(0));
  }

  private double goodness(Comparison comparison) {
    return primary.goodness(comparison.z().orElse(0));
  }

  /** By the lift, which all arms have relative to the same control. */
  private Comparator<Comparison> bestFirst() {
    return Comparator.comparingDouble((Comparison c) -> primary.goodness(lift(c.lift())))
        .thenComparingDouble(this::goodness)
        .reversed();
  }

  private static double lift(TestResult lift) {
    return lift instanceof Tested tested ? tested.estimate().orElse(0) : 0;
  }

  private Optional<GuardrailResult> veto(Variant variant) {
    return find(variant, State.HARMS).or(() -> find(variant, State.UNPROVEN));
  }

  private Optional<GuardrailResult> harm(Variant variant) {
    return find(variant, State.HARMS);
  }

  private Optional<GuardrailResult> find(Variant variant, State state) {
    return guardrails.stream()
        .filter(guardrail -> guardrail.state() == state)
        .filter(guardrail -> guardrail.comparison().variant().equals(variant))
        .findFirst();
  }
}
