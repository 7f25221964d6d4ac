package io.github.evenlot.experiment;

import io.github.evenlot.internal.Decimals;
import io.github.evenlot.internal.Keys;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The share of the traffic that a variant is to have.
 *
 * @param variant the variant's id
 * @param hundredths hundredths of a percent, 0 to 10,000
 */
public record Weight(String variant, int hundredths) {

  /** Hundredths of a percent in the whole. */
  public static final int WHOLE = 10_000;

  public Weight {
    Keys.check("variant", variant);
    if (hundredths < 0 || hundredths > WHOLE) {
      throw outOfRange(variant, BigDecimal.valueOf(hundredths, 2));
    }
  }

  /**
   * A weight in percent.
   *
   * @param percent 0 to 100, with at most two decimals
   * @throws IllegalArgumentException if {@code percent} is out of range or too fine
   */
  public static Weight ofPercent(String variant, BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw outOfRange(variant, percent);
    }
    if (percent.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException(
          "weight %s of variant \"%s\" has more than two decimals"
              .formatted(Decimals.shown(percent), variant));
    }
    return new Weight(variant, percent.movePointRight(2).intValueExact());
  }

  /** As {@link #ofPercent(String, BigDecimal)}, of the shortest decimal that names the double. */
  public static Weight ofPercent(String variant, double percent) {
    if (!Double.isFinite(percent)) {
      throw new IllegalArgumentException(
          "weight %s of variant \"%s\" is not a number".formatted(percent, variant));
    }
    return ofPercent(variant, BigDecimal.valueOf(percent));
  }

  public BigDecimal percent() {
    return BigDecimal.valueOf(hundredths, 2);
  }

  /**
   * Returns {@code weights} if no variant is there twice and the sum is at most 100 percent.
   *
   * @throws IllegalArgumentException otherwise
   */
  static List<Weight> check(List<Weight> weights) {
    Set<String> seen = new HashSet<>();
    long sum = 0;
    for (Weight weight : weights) {
      if (!seen.add(weight.variant)) {
        throw new IllegalArgumentException(
            "variant \"%s\" has two weights".formatted(weight.variant));
      }
      sum += weight.hundredths;
    }
    if (sum > WHOLE) {
      throw new IllegalArgumentException(
          "weights sum to %s percent, above 100"
              .formatted(Decimals.shown(BigDecimal.valueOf(sum, 2))));
    }
    return weights;
  }

  private static IllegalArgumentException outOfRange(String variant, BigDecimal percent) {
    return new IllegalArgumentException(
        "weight %s of variant \"%s\" is %s"
            .formatted(
                Decimals.shown(percent), variant, percent.signum() < 0 ? "below 0" : "above 100"));
  }
}
