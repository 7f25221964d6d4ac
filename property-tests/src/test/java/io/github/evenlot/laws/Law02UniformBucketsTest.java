package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

/**
 * 2: buckets are uniform.
 *
 * <p>Each p-value is held against one in a million. All samples are fixed, so a sound bucketing
 * passes always or never; before the samples were chosen, the chance of a false alarm was at most
 * 4·10⁻⁵ for all of this class together.
 */
class Law02UniformBucketsTest {

  private static final double ALARM = 1e-6;

  private static int[] counts(Bucketing bucketing, String salt, Units units, int n) {
    int[] counts = new int[bucketing.buckets()];
    for (int i = 0; i < n; i++) {
      counts[bucketing.bucket(salt, units.id(i))]++;
    }
    return counts;
  }

  /**
   * Of 16 million units a half that has 0.2 % too many (50.1 %) is off by 8 standard deviations,
   * where the alarm rings at 4.9: it is missed once in a thousand.
   */
  @Property(tries = 1, seed = "201", edgeCases = EdgeCasesMode.NONE)
  void halvesAreHalvesToATenthOfAPercent() {
    for (Bucketing bucketing : Bucketings.own()) {
      int[] counts = counts(bucketing, "exp", Units.COUNTER, 16_000_000);
      int half = bucketing.buckets() / 2;
      int lower = IntStream.range(0, half).map(bucket -> counts[bucket]).sum();
      int[] halves = {lower, 16_000_000 - lower};
      assertThat(Tables.uniformity(halves)).as(bucketing.id()).isGreaterThan(ALARM);
      assertThat(Tables.uniformity(counts)).as(bucketing.id()).isGreaterThan(ALARM);
    }
  }

  /** A million units of each kind, over all buckets: 0.2 % of all units in the wrong one shows. */
  @Property(seed = "202", generation = GenerationMode.EXHAUSTIVE)
  void forEveryKindOfId(@ForAll Units units) {
    for (Bucketing bucketing : Bucketings.own()) {
      assertThat(Tables.uniformity(counts(bucketing, "checkout", units, 1_000_000)))
          .as("%s of %s", bucketing.id(), units)
          .isGreaterThan(ALARM);
    }
  }

  /** One unit over a million experiments: nobody is always in the control. */
  @Property(seed = "203", tries = 3, edgeCases = EdgeCasesMode.NONE)
  void forOneUnitOverManyExperiments(@ForAll String unit) {
    for (Bucketing bucketing : Bucketings.own()) {
      int[] counts = new int[bucketing.buckets()];
      for (int i = 0; i < 1_000_000; i++) {
        counts[bucketing.bucket("exp-" + i, unit)]++;
      }
      assertThat(Tables.uniformity(counts)).as(bucketing.id()).isGreaterThan(ALARM);
    }
  }

  /** A unit whose id is the salt, as where units are named like features. */
  @Property(tries = 1, seed = "204", edgeCases = EdgeCasesMode.NONE)
  void forUnitsNamedLikeTheSalt() {
    for (Bucketing bucketing : Bucketings.own()) {
      int[] counts = new int[bucketing.buckets()];
      for (int i = 0; i < 1_000_000; i++) {
        String name = "exp-" + i;
        counts[bucketing.bucket(name, name)]++;
      }
      assertThat(Tables.uniformity(counts)).as(bucketing.id()).isGreaterThan(ALARM);
    }
  }
}
