package io.github.evenlot.sequential;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which looks are recorded and read, shared by all journals. */
public final class LookOrder {

  /** By experiment, metric, variant and number. */
  public static final Comparator<Look> COMPARATOR =
      Comparator.comparing(Look::experiment)
          .thenComparing(Look::metric)
          .thenComparing(Look::variant)
          .thenComparingInt(Look::number);

  private record Comparison(String experiment, String metric, String variant) {

    static Comparison of(Look look) {
      return new Comparison(look.experiment(), look.metric(), look.variant());
    }
  }

  private LookOrder() {}

  /**
   * Checks that new looks continue those known, comparison by comparison, without repetition or
   * gap.
   *
   * @param known all looks of the experiments that {@code added} is about, and perhaps others
   * @return {@code added}, sorted
   * @throws IllegalStateException if one of them is not the next of its comparison
   */
  public static List<Look> continuing(Collection<Look> known, Collection<Look> added) {
    Map<Comparison, Integer> last = new HashMap<>();
    known.forEach(look -> last.merge(Comparison.of(look), look.number(), Math::max));
    List<Look> sorted = added.stream().sorted(COMPARATOR).toList();
    for (Look look : sorted) {
      int next = last.merge(Comparison.of(look), 1, Integer::sum);
      if (look.number() != next) {
        throw outOfTurn(look, next);
      }
    }
    return sorted;
  }

  private static IllegalStateException outOfTurn(Look look, int next) {
    return new IllegalStateException(
        "look %d of experiment \"%s\", metric \"%s\", variant \"%s\" can't be recorded: the next is look %d"
            .formatted(look.number(), look.experiment(), look.metric(), look.variant(), next));
  }
}
