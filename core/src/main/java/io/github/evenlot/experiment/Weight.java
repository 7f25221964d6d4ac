package io.github.evenlot.experiment;

import io.github.evenlot.internal.Decimals;
import io.github.evenlot.internal.Keys;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The share of the traffic that a variant is to have.
 *
 * @param variant the variant's id
 * @param hundredths hundredths of a percent, 0 to 10,000
 */
public record Weight(String variant, int hundredths) {

  /** Hundredths of a percent in the whole. */
  public static final int WHOLE = Shares.WHOLE;

  public Weight {
    Keys.check("variant", variant);
    Shares.check(hundredths, of(variant));
  }

  /**
   * A weight in percent.
   *
   * @param percent 0 to 100, with at most two decimals
   * @throws IllegalArgumentException if {@code percent} is out of range or too fine
   */
  public static Weight ofPercent(String variant, BigDecimal percent) {
    return new Weight(variant, Shares.ofPercent(percent, of(variant)));
  }

  /** As {@link #ofPercent(String, BigDecimal)}, of the shortest decimal that names the double. */
  public static Weight ofPercent(String variant, double percent) {
    return new Weight(variant, Shares.ofPercent(percent, of(variant)));
  }

  private static UnaryOperator<String> of(String variant) {
    return share -> "weight %s of variant \"%s\"".formatted(share, variant);
  }

  /** The weight in percent, with two decimals. */
  public BigDecimal percent() {
    return BigDecimal.valueOf(hundredths, 2);
  }

  /**
   * The number of buckets that this weight is of {@code buckets}.
   *
   * @throws IllegalArgumentException if it needs a fraction of a bucket
   */
  int wholeBuckets(int buckets) {
    return Shares.wholeBuckets(buckets, hundredths, of(variant));
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
}
