package io.github.evenlot.inference;

import io.github.evenlot.internal.Int128;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/**
 * The 2×k table of converted and not converted units.
 *
 * @param units the units of each arm
 * @param converted those of them with the value 1
 */
record ConversionTable(List<Long> units, List<Long> converted) {

  /** Up to here a mean in floating point gives back the count it was made of. */
  private static final long MOST_UNITS = 1L << 52;

  static ConversionTable of(List<Moments> arms) {
    return new ConversionTable(
        arms.stream().map(Moments::n).toList(),
        arms.stream().map(arm -> (long) Math.rint(total(arm))).toList());
  }

  /** Why these arms are no such table with something to compare; empty if they are. */
  static Optional<NotTestable> obstacle(List<Moments> arms) {
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).n() == 0) {
        return Optional.of(
            new NotTestable(
                Obstacle.TOO_FEW_UNITS, "%s has no units".formatted(Arms.name(i, arms.size()))));
      }
    }
    return wrongArm(arms).or(() -> of(arms).sameness());
  }

  /** What keeps an arm from being counts of zeros and ones; empty if all are, or have no units. */
  static Optional<NotTestable> wrongArm(List<Moments> arms) {
    for (int i = 0; i < arms.size(); i++) {
      Optional<NotTestable> wrong = obstacle(arms.get(i));
      if (wrong.isPresent()) {
        return Optional.of(wrong.get().of(Arms.name(i, arms.size())));
      }
    }
    return Optional.empty();
  }

  private Optional<NotTestable> sameness() {
    if (allConverted() == 0) {
      return Optional.of(new NotTestable(Obstacle.NOBODY_CONVERTED, "nobody converted in any arm"));
    }
    return allConverted() == allUnits()
        ? Optional.of(
            new NotTestable(Obstacle.EVERYBODY_CONVERTED, "everybody converted in every arm"))
        : Optional.empty();
  }

  int arms() {
    return units.size();
  }

  Proportion proportion(int arm) {
    return new Proportion(converted.get(arm), units.get(arm));
  }

  long allUnits() {
    return units.stream().reduce(0L, Math::addExact);
  }

  long allConverted() {
    return converted.stream().reduce(0L, Math::addExact);
  }

  /**
   * How many more of an arm's units converted than at the common rate, from an exact difference.
   */
  double excess(int arm) {
    return Int128.product(converted.get(arm), allUnits())
            .minus(Int128.product(units.get(arm), allConverted()))
            .toBigInteger()
            .doubleValue()
        / allUnits();
  }

  private static double total(Moments arm) {
    return arm.n() * arm.mean() + arm.n() * arm.y().residual();
  }

  private static Optional<NotTestable> obstacle(Moments arm) {
    double total = total(arm);
    if (arm.n() > MOST_UNITS) {
      return Optional.of(
          new NotTestable(Obstacle.OUT_OF_RANGE, "has n %d above 2^52".formatted(arm.n())));
    }
    if (total < 0 || total > arm.n()) {
      return notConversions(
          "has a sum of %s, outside 0..%d for values of 0 and 1".formatted(total, arm.n()));
    }
    return isBinary(arm, total)
        ? Optional.empty()
        : notConversions(
            "has values other than 0 and 1: n %d, sum %s, variance %s"
                .formatted(arm.n(), total, arm.variance()));
  }

  private static Optional<NotTestable> notConversions(String reason) {
    return Optional.of(new NotTestable(Obstacle.NOT_CONVERSIONS, reason));
  }

  /** Whether Σy is a whole number and the variance the one of zeros and ones. */
  private static boolean isBinary(Moments arm, double total) {
    double whole = Math.rint(total);
    double n = arm.n();
    double variance = n < 2 ? 0 : whole / n * (n - whole) / (n - 1);
    return Math.abs(total - whole) <= 1e-9 + 4 * Math.ulp(total)
        && Math.abs(arm.variance() - variance) <= 1e-9 * variance;
  }
}
