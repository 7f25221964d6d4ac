package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Look;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether the looks of the past are looks at this experiment. Alpha that was spent by one plan
 * can't be spent again by another, and a family of arms is what it was at its first look.
 */
final class Continuation {

  /** Relative to alpha: far above the rounding of a spending function, far below any choice. */
  private static final double ROUNDING = 1e-9;

  private Continuation() {}

  /**
   * @throws IllegalArgumentException if the arms, alpha, sides or spending are not those of the
   *     past looks
   */
  static void check(Experiment experiment, GroupSequentialDesign design, List<Look> past) {
    if (!past.isEmpty()) {
      checkArms(experiment, past);
      past.forEach(look -> checkSpent(experiment, design, look));
    }
  }

  private static void checkArms(Experiment experiment, List<Look> past) {
    Set<String> before =
        past.stream().map(Look::variant).collect(Collectors.toCollection(TreeSet::new));
    Set<String> now =
        experiment.variants().stream()
            .skip(1)
            .map(Variant::id)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!before.equals(now)) {
      throw new IllegalArgumentException(
          "experiment \"%s\" was looked at with the arms %s against its control and has %s now: a new arm takes a new experiment"
              .formatted(experiment.key(), before, now));
    }
  }

  /** Holm's procedure holds an arm against a design of alpha over as many arms as are open. */
  private static void checkSpent(Experiment experiment, GroupSequentialDesign design, Look look) {
    int arms = experiment.variants().size() - 1;
    boolean planned =
        IntStream.rangeClosed(1, arms)
            .mapToDouble(open -> design.alpha() / open)
            .anyMatch(
                alpha ->
                    hasSpent(design, look, spent(design, alpha, look.information()))
                        || hasSpent(design, look, alpha));
    if (!planned) {
      throw new IllegalArgumentException(
          "look %d of experiment \"%s\" has spent %s at information %s, where the plan spends %s: the plan is not the one it was looked at with"
              .formatted(
                  look.number(),
                  experiment.key(),
                  look.alphaSpent(),
                  look.information(),
                  spent(design, design.alpha(), look.information())));
    }
  }

  private static boolean hasSpent(GroupSequentialDesign design, Look look, double alpha) {
    return Math.abs(alpha - look.alphaSpent()) <= ROUNDING * design.alpha();
  }

  /**
   * Whether the past ends with a last look, which spent all of the alpha of its arms before all
   * planned information was there.
   */
  static boolean isOver(GroupSequentialDesign design, List<Look> past) {
    int number = past.stream().mapToInt(Look::number).max().orElse(0);
    List<Look> last = past.stream().filter(look -> look.number() == number).toList();
    long rejectedBefore =
        past.stream()
            .filter(look -> look.number() < number && look.rejected())
            .map(Look::variant)
            .distinct()
            .count();
    double alpha = design.alpha() / Math.max(1, last.size() - rejectedBefore);
    return last.stream().anyMatch(look -> look.information() < 1 && hasSpent(design, look, alpha))
        && last.stream().allMatch(look -> look.alphaSpent() > alpha * (1 - ROUNDING));
  }

  private static double spent(GroupSequentialDesign design, double alpha, double information) {
    int sides = design.sides().count();
    return information >= 1 ? alpha : sides * design.spending().spent(alpha / sides, information);
  }
}
