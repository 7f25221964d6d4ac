package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Keys;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Units that are kept out of every experiment that names this holdout, so that the sum of what the
 * experiments changed can be measured against somebody.
 *
 * @param key the name under which people speak of it
 * @param unitKind the kind of unit that is drawn
 * @param bucketing the pinned algorithm of the draw
 * @param salt what keeps the draw independent of all others; never changes
 * @param hundredths the share that is held out, in hundredths of a percent, 0 to 10,000
 */
public record Holdout(
    String key, String unitKind, Bucketing bucketing, String salt, int hundredths) {

  public Holdout {
    Keys.check("holdout", key);
    Keys.check("unit kind", unitKind);
    Objects.requireNonNull(bucketing, "bucketing");
    Objects.requireNonNull(salt, "salt");
    Shares.wholeBuckets(bucketing.buckets(), Shares.check(hundredths, of(key)), of(key));
  }

  /**
   * A share of the users, drawn by {@code evenlot-1}.
   *
   * @param percent 0 to 100, with at most two decimals
   */
  public static Holdout of(String key, double percent) {
    return new Holdout(
        key,
        Audience.USER,
        Bucketings.EVENLOT_1,
        "$holdout:" + key,
        Shares.ofPercent(percent, of(key)));
  }

  static UnaryOperator<String> of(String key) {
    return share -> "holdout \"%s\" of %s percent".formatted(key, share);
  }

  /** Returns a copy of {@code holdouts} if no two of them have one key. */
  static List<Holdout> check(List<Holdout> holdouts) {
    Set<String> seen = new HashSet<>();
    for (Holdout holdout : holdouts) {
      if (!seen.add(holdout.key)) {
        throw new IllegalArgumentException("holdout \"%s\" is named twice".formatted(holdout.key));
      }
    }
    return List.copyOf(holdouts);
  }

  /** Buckets below this are held out. */
  public int heldOutBuckets() {
    return Shares.wholeBuckets(bucketing.buckets(), hundredths, of(key));
  }
}
