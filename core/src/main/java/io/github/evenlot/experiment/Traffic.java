package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Decimals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How much of the eligible traffic an experiment takes, and from when on: one share, or a ramp of
 * growing ones. The draw is independent of the split between the variants, so a growing share
 * changes nobody's variant, needs no new epoch, and never loses a unit.
 *
 * @param bucketing the pinned algorithm of the draw
 * @param salt what keeps the draw independent of all others; never changes
 * @param steps the shares, oldest first, none smaller than the one before; nobody is in before the
 *     first
 */
public record Traffic(Bucketing bucketing, String salt, List<Step> steps) {

  /**
   * From {@code from} on, a share of the traffic is in.
   *
   * @param from {@link Instant#MIN} for always
   * @param hundredths hundredths of a percent, 0 to 10,000
   */
  public record Step(Instant from, int hundredths) {

    public Step {
      Objects.requireNonNull(from, "from");
      Shares.check(hundredths, Traffic::shown);
    }
  }

  /** Everyone, always. */
  public static final Traffic ALL = of("$traffic", 100);

  public Traffic {
    Objects.requireNonNull(bucketing, "bucketing");
    Objects.requireNonNull(salt, "salt");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("traffic has no step");
    }
    for (int i = 0; i < steps.size(); i++) {
      Shares.wholeBuckets(bucketing.buckets(), steps.get(i).hundredths, Traffic::shown);
      if (i > 0) {
        checkOrder(steps.get(i - 1), steps.get(i));
      }
    }
  }

  private static void checkOrder(Step before, Step after) {
    if (!before.from.isBefore(after.from)) {
      throw new IllegalArgumentException(
          "traffic step at %s is not after the one before it at %s"
              .formatted(after.from, before.from));
    }
    if (after.hundredths < before.hundredths) {
      throw new IllegalArgumentException(
          "traffic of %s percent at %s is below the %s percent before it; units would leave"
              .formatted(
                  Decimals.shown(BigDecimal.valueOf(after.hundredths, 2)),
                  after.from,
                  Decimals.shown(BigDecimal.valueOf(before.hundredths, 2))));
    }
  }

  static String shown(String share) {
    return "traffic of " + share + " percent";
  }

  /**
   * One share for all time, drawn by {@code evenlot-1}.
   *
   * @param percent 0 to 100, with at most two decimals
   */
  public static Traffic of(String salt, double percent) {
    Step always = new Step(Instant.MIN, Shares.ofPercent(percent, Traffic::shown));
    return new Traffic(Bucketings.EVENLOT_1, salt, List.of(always));
  }

  /**
   * A ramp: the same draw, with another share from {@code from} on.
   *
   * @param from after all steps so far
   * @param percent at least the share before, at most 100, with at most two decimals
   */
  public Traffic then(Instant from, double percent) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(from, Shares.ofPercent(percent, Traffic::shown)));
    return new Traffic(bucketing, salt, more);
  }

  /** Whether all of the traffic is in at all times, so that nothing is drawn. */
  public boolean isEveryone() {
    Step first = steps.get(0);
    return first.from.equals(Instant.MIN) && first.hundredths == Shares.WHOLE;
  }

  /** The buckets of a step: those below this number are in. */
  public int bucketsOf(Step step) {
    return Shares.wholeBuckets(bucketing.buckets(), step.hundredths, Traffic::shown);
  }
}
