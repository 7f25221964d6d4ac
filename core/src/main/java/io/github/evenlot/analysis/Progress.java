package io.github.evenlot.analysis;

import io.github.evenlot.sequential.Look;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far an experiment has come.
 *
 * @param information the fraction of the planned units that came
 * @param times the looks up to now
 * @param closing when no more comes
 * @param past the looks before this analysis
 */
record Progress(double information, LookTimes times, Closing closing, List<Look> past) {

  /** Whether no later look can tell an arm apart. */
  boolean isOver() {
    return information >= 1 || times.last();
  }

  String percent() {
    return "%.0f %%".formatted(Math.floor(100 * information));
  }

  /** What ended it. */
  String reached() {
    return information >= 1
        ? "all planned units have come"
        : "the last look was taken with %s of the planned units".formatted(percent());
  }

  /** The decision, with what else has to be known of the numbers beside it. */
  Decision remark(Decision decision, List<Comparison> comparisons, LocalDate asOf) {
    Decision said = unrecorded(comparisons) ? decision.and(whyNoLook()) : decision;
    return !isOver() && closing.hasEnded(asOf)
        ? said.and("no more units come, and the last look is taken when all windows have closed")
        : said;
  }

  /** Whether the comparisons have changed since they were last held against a boundary. */
  private boolean unrecorded(List<Comparison> comparisons) {
    return !times.takesLook() && comparisons.stream().anyMatch(this::hasChanged);
  }

  private boolean hasChanged(Comparison comparison) {
    Optional<Look> last =
        past.stream()
            .filter(look -> look.variant().equals(comparison.variant().id()))
            .max(Comparator.comparingInt(Look::number));
    return last.isPresent() && last.get().z() != comparison.z().orElse(0);
  }

  private String whyNoLook() {
    String why =
        times.last()
            ? "the last look has spent all of alpha"
            : "information %s is not above %s"
                .formatted(information, times.information().get(times.number() - 1));
    return "no look taken: " + why + ", and what is shown now was held against no boundary";
  }
}
