package io.github.evenlot.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.event.Millionths;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static Moments of(long n, String sum, String sumOfSquares) {
    return Moments.of(DecimalSums.of(n, new BigDecimal(sum), new BigDecimal(sumOfSquares)));
  }

  @Test
  @DisplayName("mean and variance come from exact sums")
  void meanAndVarianceComeFromExactSums() {
    Moments moments = of(100, "1000.0", "10396.0");
    assertThat(moments).isEqualTo(Moments.of(100, 10, 4));
  }

  @Test
  @DisplayName("integer sums and decimal sums of the same units give the same moments")
  void exactMomentsAndDecimalSumsAgree() {
    ExactMoments exact =
        unit("1.5", "2", "0.25").plus(unit("-3", "1", "7")).plus(unit("0.1", "0", "1"));
    DecimalSums sums =
        DecimalSums.of(3, new BigDecimal("-1.4"), new BigDecimal("11.26"))
            .withDenominator(new BigDecimal("3"), new BigDecimal("5"), BigDecimal.ZERO)
            .withCovariate(
                new BigDecimal("8.25"), new BigDecimal("50.0625"), new BigDecimal("-20.525"));
    assertThat(Moments.of(exact)).isEqualTo(Moments.of(sums));
    // By hand: (0 + 1.4·3/3)/2 and (−20.525 + 1.4·8.25/3)/2.
    assertThat(Moments.of(exact).covarianceXy()).isEqualTo(0.7);
    assertThat(Moments.of(exact).covarianceYc()).isEqualTo(-8.3375);
  }

  /**
   * The exact mean is 1/3; the residual is what its double leaves over, 1/3 − 0.333… = 2⁻⁵⁶ · ⅓ ·
   * 4.
   */
  @Test
  @DisplayName("the mean carries what its rounding took, in a residual")
  void theMeanCarriesWhatRoundingTook() {
    Marginal third = of(3, "1", "1").y();
    assertThat(third.mean()).isEqualTo(1.0 / 3);
    assertThat(third.residual()).isEqualTo(0x1p-54 / 3);
  }

  @Test
  @DisplayName("means that differ in the last digits are subtracted without cancellation")
  void closeMeansAreSubtractedWithoutCancellation() {
    Marginal control = of(1000, "1000000000", "1000000000000999").y();
    Marginal treatment = of(1000, "1000000100", "1000000200001009").y();
    assertThat(treatment.minus(control)).isEqualTo(0.1);
    assertThat(control.minus(treatment)).isEqualTo(-0.1);
  }

  @Test
  @DisplayName("a shift too small for the mean is kept in the residual")
  void aShiftKeepsWhatRoundingTakes() {
    Marginal million = Marginal.of(1e6, 1);
    assertThat(million.shifted(1e-12).minus(million)).isEqualTo(1e-12);
  }

  @Test
  @DisplayName("a shift of all values by 10¹¹ leaves the variance as it is, to the last bit")
  void aShiftOfAllValuesLeavesTheVarianceAsItIs() {
    Random random = new Random(5);
    ExactMoments low = ExactMoments.ZERO;
    ExactMoments high = ExactMoments.ZERO;
    for (int i = 0; i < 1000; i++) {
      long value = random.nextInt(2_000_000);
      low = low.plus(ExactMoments.ofUnit(value));
      high = high.plus(ExactMoments.ofUnit(value + 100_000_000_000_000_000L));
    }
    assertThat(Moments.of(high).variance()).isEqualTo(Moments.of(low).variance());
  }

  @Test
  @DisplayName("merging the moments of groups is as good as merging their sums, to 13 digits")
  void mergedMomentsAreThoseOfTheMergedSums() {
    Random random = new Random(3);
    ExactMoments all = ExactMoments.ZERO;
    Moments merged = Moments.EMPTY;
    for (int group = 0; group < 20; group++) {
      ExactMoments sums = ExactMoments.ZERO;
      for (int unit = 0; unit < 1 + random.nextInt(30); unit++) {
        sums = sums.plus(randomUnit(random));
      }
      all = all.plus(sums);
      merged = merged.plus(Moments.of(sums));
    }
    assertClose(merged, Moments.of(all));
  }

  @Test
  @DisplayName("the order of merging does not matter, and merging with nothing changes nothing")
  void mergingIsSymmetricAndKeepsTheEmpty() {
    Moments a = Moments.of(unit("1", "2", "3").plus(unit("2", "5", "1")));
    Moments b = Moments.of(unit("4", "1", "9"));
    assertClose(a.plus(b), b.plus(a));
    assertThat(a.plus(Moments.EMPTY)).isEqualTo(a);
    assertThat(Moments.EMPTY.plus(a)).isEqualTo(a);
  }

  @Test
  @DisplayName("no unit, one unit, constant values and contradictory sums are moments as they are")
  void degenerateMomentsAreHonestMoments() {
    assertThat(of(0, "0", "0")).isEqualTo(Moments.EMPTY);
    assertThat(of(1, "5", "25")).isEqualTo(Moments.of(1, 5, 0));
    assertThat(of(10, "50", "250")).isEqualTo(Moments.of(10, 5, 0));
    assertThat(of(10, "50", "249").variance()).isNegative();
    assertThat(Moments.of(ExactMoments.ZERO)).isEqualTo(Moments.EMPTY);
  }

  @Test
  @DisplayName("sums of squares beyond the range of a double are read")
  void hugeAndTinyScalesAreRead() {
    assertThat(of(2, "3e-300", "5e-600").mean()).isEqualTo(1.5e-300);
    assertThat(of(50, "5e+151", "5.00049e+301").mean()).isEqualTo(1e150);
  }

  @Test
  @DisplayName("impossible counts, sums and moments are refused, with the number")
  void impossibleInputIsRefused() {
    assertRefused(() -> Moments.of(-1, 0, 0), "n -1 is below 0");
    assertRefused(() -> of(-3, "1", "1"), "n -3 is below 0");
    assertRefused(() -> of(0, "5", "25"), "n is 0, but the sums are [5, 25, 0, 0, 0, 0, 0, 0]");
    assertRefused(() -> Moments.of(2, Double.NaN, 1), "mean is NaN");
    assertRefused(() -> Moments.of(2, 1, Double.POSITIVE_INFINITY), "variance is Infinity");
    assertRefused(() -> of(2, "1e320", "1e640"), "mean is Infinity");
    assertRefused(() -> of(2, "1e999999999", "1"), "beyond exponent ±2500");
    assertRefused(() -> of(2, "1e-999999999", "1"), "beyond exponent ±2500");
    assertRefused(() -> DecimalSums.ofConversions(10, 11), "converted 11 is outside 0..10");
    assertRefused(
        () -> Moments.of(ExactMoments.ZERO.minus(ExactMoments.ofUnit(1))), "n -1 is below 0");
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static void assertClose(Moments got, Moments want) {
    assertThat(got.n()).isEqualTo(want.n());
    for (List<Double> pair :
        List.of(
            List.of(got.mean(), want.mean()),
            List.of(got.variance(), want.variance()),
            List.of(got.x().variance(), want.x().variance()),
            List.of(got.c().mean(), want.c().mean()),
            List.of(got.covarianceXy(), want.covarianceXy()),
            List.of(got.covarianceYc(), want.covarianceYc()))) {
      assertThat(pair.get(0)).isCloseTo(pair.get(1), within(1e-13 * Math.abs(pair.get(1))));
    }
  }

  private static ExactMoments randomUnit(Random random) {
    long y = random.nextInt(9_000_000);
    return ExactMoments.ofUnit(y, y / 3 + random.nextInt(1000), random.nextInt(5_000_000) - y);
  }

  private static ExactMoments unit(String y, String x, String c) {
    return ExactMoments.ofUnit(millionths(y), millionths(x), millionths(c));
  }

  private static long millionths(String value) {
    return Millionths.of(new BigDecimal(value));
  }
}
