package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;

/**
 * 2: buckets are uniform.
 *
 * <p>Of 16 million units a half that has 0.2 % too many (50.1 %) is off by 8 standard errors. Each
 * p-value of {@link Counts} is held against one in a million, 4.9 standard errors, so such a half
 * is caught with a chance of 0.9991.
 *
 * <p>All samples are fixed, so a sound bucketing passes always or never. Before they were fixed,
 * the chance of a false alarm was at most 2.5·10⁻⁴ for all 247 p-values of this class together.
 */
class Law02UniformBucketsTest {

  private static final double ALARM = 1e-6;
  private static final int MILLION = 1_000_000;
  private static final int UNITS = 16 * MILLION;

  @Example
  void halvesAreHalvesToATenthOfAPercent() {
    for (Bucketing bucketing : Bucketings.own()) {
      assertThat(Counts.of(bucketing, "exp", Units.COUNTER, UNITS).pValue())
          .as(bucketing.id())
          .isGreaterThan(ALARM);
    }
  }

  @Example
  void twoInAThousandTooManyAreCaught() {
    for (Bucketing sound : List.of(Bucketings.EVENLOT_1, Bucketings.MD5_100)) {
      assertThat(Counts.of(new Biased(sound), "exp", Units.COUNTER, UNITS).pValue())
          .as(sound.id())
          .isLessThan(ALARM);
    }
  }

  @Example
  void thePowerIsAsStated() {
    double standardError = Math.sqrt(0.5 * 0.5 / UNITS);
    assertThat(Tables.power(0.001 / standardError, ALARM)).isCloseTo(0.9991, within(0.00005));
  }

  @Property(seed = "202", generation = GenerationMode.EXHAUSTIVE)
  void forEveryKindOfId(@ForAll Units units) {
    for (Bucketing bucketing : Bucketings.own()) {
      assertThat(Counts.of(bucketing, "checkout", units, MILLION).pValue())
          .as("%s of %s", bucketing.id(), units)
          .isGreaterThan(ALARM);
    }
  }

  /** One unit over many experiments: nobody is always in the control. */
  @Property(seed = "203", tries = 3, edgeCases = EdgeCasesMode.NONE)
  void forOneUnitOverManyExperiments(@ForAll String unit) {
    for (Bucketing bucketing : Bucketings.own()) {
      assertThat(Counts.of(bucketing, 200_000, i -> bucketing.bucket("exp-" + i, unit)).pValue())
          .as(bucketing.id())
          .isGreaterThan(ALARM);
    }
  }

  /** A unit whose id is the salt, as where units are named like features. */
  @Example
  void forUnitsNamedLikeTheSalt() {
    for (Bucketing bucketing : Bucketings.own()) {
      Counts counts = Counts.of(bucketing, MILLION, i -> bucketing.bucket("exp-" + i, "exp-" + i));
      assertThat(counts.pValue()).as(bucketing.id()).isGreaterThan(ALARM);
    }
  }
}
