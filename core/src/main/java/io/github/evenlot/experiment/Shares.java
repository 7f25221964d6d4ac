package io.github.evenlot.experiment;

import io.github.evenlot.internal.Decimals;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Shares in percent with two decimals, kept as hundredths of a percent. */
final class Shares {

  /** Hundredths of a percent in the whole. */
  static final int WHOLE = 10_000;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Shares() {}

  /**
   * @param percent 0 to 100, with at most two decimals
   * @param what from the share as it is shown to what it is the share of, for messages
   */
  static int ofPercent(BigDecimal percent, UnaryOperator<String> what) {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw refused(percent, what, percent.signum() < 0 ? "is below 0" : "is above 100");
    }
    if (percent.stripTrailingZeros().scale() > 2) {
      throw refused(percent, what, "has more than two decimals");
    }
    return percent.movePointRight(2).intValueExact();
  }

  /** As {@link #ofPercent(BigDecimal, UnaryOperator)}, of the shortest decimal of the double. */
  static int ofPercent(double percent, UnaryOperator<String> what) {
    if (!Double.isFinite(percent)) {
      throw new IllegalArgumentException(what.apply(String.valueOf(percent)) + " is not a number");
    }
    return ofPercent(BigDecimal.valueOf(percent), what);
  }

  /** Returns {@code hundredths} if they are 0 to {@link #WHOLE}. */
  static int check(int hundredths, UnaryOperator<String> what) {
    return ofPercent(BigDecimal.valueOf(hundredths, 2), what);
  }

  /**
   * The whole number of buckets that a share is.
   *
   * @throws IllegalArgumentException if the share needs a fraction of a bucket
   */
  static int wholeBuckets(int buckets, int hundredths, UnaryOperator<String> what) {
    long scaled = (long) hundredths * buckets;
    if (scaled % WHOLE != 0) {
      throw refused(
          BigDecimal.valueOf(hundredths, 2),
          what,
          "is not a whole number of the %d buckets".formatted(buckets));
    }
    return (int) (scaled / WHOLE);
  }

  private static IllegalArgumentException refused(
      BigDecimal percent, UnaryOperator<String> what, String why) {
    return new IllegalArgumentException(what.apply(Decimals.shown(percent)) + " " + why);
  }
}
