package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.sequential.LookOutcome;
import io.github.evenlot.sequential.LookReport;
import io.github.evenlot.sequential.SequentialEstimate;
import java.util.List;
import java.util.Optional;

/**
 * The looks of a study, one by one.
 *
 * @param taken the checkpoints that are looks, in order
 * @param untestable how many checkpoints could not be tested
 * @param withoutGrowth how many had no more units than one before, so that they tell nothing new
 * @param naive the number of the first look with p &lt; 0.05, as someone who peeks would stop
 * @param report what the sequential design decides; none where there was no look
 */
record Looks(
    List<InterimLook> taken,
    int untestable,
    int withoutGrowth,
    Optional<Integer> naive,
    Optional<LookReport> report) {

  Looks {
    taken = List.copyOf(taken);
  }

  /** The look that the report is about. */
  Optional<InterimLook> last() {
    return report.map(each -> taken.get(each.number() - 1));
  }

  /** The median-unbiased lift at the end of the test. */
  Optional<Double> lift() {
    return estimate().map(each -> each.medianUnbiased() / baseline());
  }

  /** For the lift, with the looks accounted for. */
  Optional<ConfidenceInterval> liftInterval() {
    return estimate()
        .map(SequentialEstimate::interval)
        .map(each -> new ConfidenceInterval(each.lower() / baseline(), each.upper() / baseline()));
  }

  /** In units of the metric. */
  private Optional<SequentialEstimate> estimate() {
    return report.map(each -> each.estimate().times(last().orElseThrow().unit()));
  }

  private double baseline() {
    return Math.abs(last().orElseThrow().baseline());
  }

  /** Whether the sequential design rejects. */
  boolean rejects() {
    return report.filter(each -> each.outcome() == LookOutcome.REJECT).isPresent();
  }

  /** Whether one test at the end, without looks before, would reject. */
  boolean differsAtTheEnd() {
    return taken.get(taken.size() - 1).test().pValue() < LookByLook.DESIGN.alpha();
  }

  /** The look at which someone who peeks would have stopped. */
  Optional<InterimLook> naiveLook() {
    return naive.map(number -> taken.get(number - 1));
  }

  double[] information() {
    return taken.stream().mapToDouble(InterimLook::information).toArray();
  }
}
