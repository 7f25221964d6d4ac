package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Holm's step-down procedure at every look, for several arms against one control: with m
 * comparisons not rejected so far, each is held against the boundary of the design at level
 * alpha/m; as soon as one is rejected, the others go on, at the same look, with the boundary at
 * alpha/(m − 1).
 *
 * <p>This is the graphical procedure of Maurer and Bretz (2013), Statistics in Biopharmaceutical
 * Research 5, 311-320, with equal weights. It keeps the probability of rejecting any true
 * hypothesis at or below alpha, whatever the dependence between the comparisons, provided that a
 * greater alpha never means a greater boundary (their condition 1), as it holds for the spending
 * functions that come with this library, and that a comparison once rejected stays rejected. As
 * they advise, a boundary that has come down is applied from the present look on, not to earlier
 * looks.
 *
 * <p>Immutable; the boundaries of a look are found when first needed and shared by all metrics.
 */
public final class GroupSequentialHolm {

  private final List<LookBoundary> byOpenComparisons;
  private final Sides sides;

  private GroupSequentialHolm(List<LookBoundary> byOpenComparisons, Sides sides) {
    this.byOpenComparisons = byOpenComparisons;
    this.sides = sides;
  }

  /**
   * The procedure at the last of several looks.
   *
   * @param design the design of the whole family; its alpha bounds the family-wise error rate
   * @param comparisons how many there are in the family, 1 or more
   * @param information the information fractions of all looks up to this one, as they fell
   * @throws IllegalArgumentException if {@code comparisons} is below 1, there is no look, or {@link
   *     GroupSequentialDesign#boundaries} refuses the information
   */
  public static GroupSequentialHolm at(
      GroupSequentialDesign design, int comparisons, double... information) {
    return of(design, comparisons, of -> lastOf(of.history(information)), information);
  }

  /**
   * The procedure at the last look there will be, which holds every comparison against all that is
   * left of alpha, also where less information came than was planned. That it is the last must not
   * have been decided by results.
   *
   * <p>Where its information is that of the look before, no unit has come since, but what is known
   * of the units may have changed, and how the two statistics depend on each other is not known.
   * What is left of alpha is then the level of this look by itself, which is valid whatever the
   * dependence (Bonferroni).
   *
   * @param design as for {@link #at}
   * @param comparisons as for {@link #at}
   * @param information as for {@link #at}, but the last may be that of the look before
   * @throws IllegalArgumentException as {@link #at}
   */
  public static GroupSequentialHolm atLast(
      GroupSequentialDesign design, int comparisons, double... information) {
    return of(design, comparisons, of -> lastBoundary(of, information), information);
  }

  private static GroupSequentialHolm of(
      GroupSequentialDesign design,
      int comparisons,
      Function<GroupSequentialDesign, LookBoundary> boundary,
      double... information) {
    if (comparisons < 1) {
      throw new IllegalArgumentException("comparisons " + comparisons + " is below 1");
    }
    if (information.length == 0) {
      throw new IllegalArgumentException("there is no look");
    }
    List<LookBoundary> boundaries = new ArrayList<>();
    for (int open = 1; open <= comparisons; open++) {
      boundaries.add(boundary.apply(design.withAlpha(design.alpha() / open)));
    }
    return new GroupSequentialHolm(boundaries, design.sides());
  }

  private static LookBoundary lastBoundary(GroupSequentialDesign design, double... information) {
    int before = information.length - 1;
    LookHistory history = design.history(Arrays.copyOf(information, before));
    return before > 0 && information[before] == information[before - 1]
        ? ofWhatIsLeft(design, lastOf(history))
        : lastOf(history.finalLook(information[before]));
  }

  private static LookBoundary ofWhatIsLeft(GroupSequentialDesign design, LookBoundary before) {
    double left = design.alpha() - before.alphaSpent();
    double boundary =
        left > 0 ? NormalTail.quantile(left / design.sides().count()) : Double.POSITIVE_INFINITY;
    return new LookBoundary(
        before.information(),
        boundary,
        Double.NEGATIVE_INFINITY,
        Math.max(left, 0),
        design.alpha());
  }

  private static LookBoundary lastOf(LookHistory history) {
    return history.boundaries().get(history.boundaries().size() - 1);
  }

  /**
   * Decides on every comparison of the family.
   *
   * @param statistics z by comparison, for all of the family
   * @param rejectedBefore the comparisons that an earlier look rejected; theirs z is not looked at
   * @return by comparison, in the order of {@code statistics}. What was rejected before is shown
   *     with the boundary at which this look began
   * @throws IllegalArgumentException if a z is NaN, the family has not the size of this procedure,
   *     or {@code rejectedBefore} names a comparison that is not in it
   */
  public Map<String, HolmDecision> decide(
      Map<String, Double> statistics, Set<String> rejectedBefore) {
    check(statistics, rejectedBefore);
    Map<String, Double> open = new LinkedHashMap<>(statistics);
    open.keySet().removeAll(rejectedBefore);
    Map<String, HolmDecision> decisions = new LinkedHashMap<>();
    LookBoundary first = boundary(open.size());
    statistics.keySet().forEach(name -> decisions.put(name, new HolmDecision(true, first)));
    stepDown(open, decisions);
    return decisions;
  }

  /**
   * What every comparison is held against at this look as long as none is rejected: the boundary at
   * alpha/m. Intervals made of it hold for all comparisons at all looks at once.
   */
  public LookBoundary familyBoundary() {
    return boundary(byOpenComparisons.size());
  }

  private void stepDown(Map<String, Double> open, Map<String, HolmDecision> decisions) {
    int before;
    do {
      before = open.size();
      LookBoundary boundary = boundary(before);
      open.forEach(
          (name, z) -> decisions.put(name, new HolmDecision(rejects(z, boundary), boundary)));
      open.values().removeIf(z -> rejects(z, boundary));
    } while (open.size() < before);
  }

  private boolean rejects(double z, LookBoundary boundary) {
    return sides.extremeness(z) >= boundary.boundary();
  }

  private LookBoundary boundary(int open) {
    return byOpenComparisons.get(Math.max(open, 1) - 1);
  }

  private void check(Map<String, Double> statistics, Set<String> rejectedBefore) {
    if (statistics.size() != byOpenComparisons.size()) {
      throw new IllegalArgumentException(
          "%d statistics for a family of %d"
              .formatted(statistics.size(), byOpenComparisons.size()));
    }
    statistics.forEach(
        (name, z) -> {
          if (Double.isNaN(z)) {
            throw new IllegalArgumentException("z of \"%s\" is NaN".formatted(name));
          }
        });
    for (String name : rejectedBefore) {
      if (!statistics.containsKey(name)) {
        throw new IllegalArgumentException(
            "\"%s\", rejected before, has no statistic".formatted(name));
      }
    }
  }
}
