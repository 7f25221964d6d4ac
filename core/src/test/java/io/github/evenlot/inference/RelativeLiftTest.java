package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.sums;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelativeLiftTest {

  private static final RelativeLift LIFT = RelativeLift.withDefaults();
  private static final RelativeLift FIELLER = LIFT.with(RelativeLift.Bounds.FIELLER);

  @Test
  @DisplayName("lifts of ratios, their errors and both intervals have the digits promised")
  void everyRowOfTheReferenceHasTwelveDigits() {
    RelativeLift ofRatios = LIFT.with(Estimator.RATIO);
    Accuracy accuracy = Accuracy.asPromised("ratio_delta");
    for (OracleRow row : OracleTable.read("ratio_delta")) {
      Moments control = ratioArm(row, "1");
      Moments treatment = ratioArm(row, "2");
      // A lift near 0 is a difference of ratios near 1 and has as many digits as they.
      Tested delta = tested(ofRatios.test(control, treatment));
      accuracy.compare(row, "rel_lift", delta.estimate().orElseThrow(), 1);
      accuracy.compare(row, "se_rel_delta", delta.standardError().orElseThrow());
      Tested fieller = tested(ofRatios.with(RelativeLift.Bounds.FIELLER).test(control, treatment));
      ConfidenceInterval interval = fieller.interval().orElseThrow();
      accuracy.compare(row, "fieller_lo95", interval.lower(), 1);
      accuracy.compare(row, "fieller_hi95", interval.upper(), 1);
      accuracy.compare(row, "p_two_normal", fieller.pValue());
    }
    accuracy.checkAsPromised();
  }

  /** In the table y is the denominator. */
  static Moments ratioArm(OracleRow row, String arm) {
    return Moments.of(
        sums(row, arm, "sx", "sxx")
            .withDenominator(
                row.decimal("sy" + arm), row.decimal("syy" + arm), row.decimal("sxy" + arm)));
  }

  @Test
  @DisplayName("from a loss of ten to a loss of five is a lift of half, and mirrors that of gains")
  void fromALossOfTenToALossOfFiveIsALiftOfHalf() {
    Moments losses = Moments.of(1000, -10, 25);
    Moments lessLosses = Moments.of(1000, -5, 25);
    for (RelativeLift.Bounds bounds : RelativeLift.Bounds.values()) {
      Tested result = tested(LIFT.with(bounds).test(losses, lessLosses));
      Tested mirrored =
          tested(LIFT.with(bounds).test(Moments.of(1000, 10, 25), Moments.of(1000, 5, 25)));
      assertThat(result.estimate()).hasValue(0.5);
      assertThat(result.statistic()).isEqualTo(-mirrored.statistic());
      ConfidenceInterval interval = result.interval().orElseThrow();
      ConfidenceInterval mirror = mirrored.interval().orElseThrow();
      assertThat(interval.lower()).isCloseTo(-mirror.upper(), within(1e-15));
      assertThat(interval.upper()).isCloseTo(-mirror.lower(), within(1e-15));
    }
  }

  /**
   * Roots of (m₁ − r m₀)² = z²(v₁ + r² v₀), less 1, with z = 1.95996398454005423552: from Python's
   * decimal module at 50 digits.
   */
  @Test
  @DisplayName("with a baseline away from 0 Fieller's interval lies between the roots")
  void bounded() {
    Moments control = Moments.of(100, 1, 1);
    Moments treatment = Moments.of(100, 1.3, 1);
    ConfidenceInterval interval = tested(FIELLER.test(control, treatment)).interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(0.02002956778764061557725, within(1e-14));
    assertThat(interval.upper()).isCloseTo(0.68383840703095183251279, within(1e-14));
    assertThat(pOfLift(interval.lower(), control, treatment)).isCloseTo(0.05, within(1e-13));
    assertThat(pOfLift(0.3, control, treatment)).isGreaterThan(0.05);
    assertThat(pOfLift(0.7, control, treatment)).isLessThan(0.05);
  }

  /** Roots as in {@link #bounded}. */
  @Test
  @DisplayName("where the baseline may be 0 and the lifts are two rays, the interval holds both")
  void twoRays() {
    Moments control = Moments.of(100, 0.1, 1);
    Moments treatment = Moments.of(100, 0.5, 1);
    double low = -6.0066222524555266977046;
    double high = 0.48730325787050247057045;
    assertThat(pOfLift(low, control, treatment)).isCloseTo(0.05, within(1e-13));
    assertThat(pOfLift(high, control, treatment)).isCloseTo(0.05, within(1e-13));
    assertThat(pOfLift(low - 1, control, treatment)).isGreaterThan(0.05);
    assertThat(pOfLift(high + 1, control, treatment)).isGreaterThan(0.05);
    Tested result = tested(FIELLER.test(control, treatment));
    assertThat(result.interval()).hasValue(ConfidenceInterval.UNBOUNDED);
    assertThat(result.pValue()).as("of no lift, between the rays").isLessThan(0.05);
  }

  /**
   * No r has a larger |z| than √(m₀²/v₀ + m₁²/v₁), by Cauchy and Schwarz: 1.6007810593582121716.
   */
  @Test
  @DisplayName("where no lift at all is rejected, the interval is everything")
  void everything() {
    Moments control = Moments.of(100, 0.1, 1);
    Moments treatment = Moments.of(100, 0.125, 1);
    double least = 2 * NormalTail.survival(1.6007810593582121716);
    assertThat(pOfLift(-1.8, control, treatment)).isCloseTo(least, within(1e-14));
    for (double lift : new double[] {-1e6, -20, -3, -1, 0, 1, 5, 1e6}) {
      assertThat(pOfLift(lift, control, treatment)).isGreaterThan(least);
    }
    assertThat(tested(FIELLER.test(control, treatment)).interval())
        .hasValue(ConfidenceInterval.UNBOUNDED);
  }

  /** A lift is no difference from the control times 1 + lift; ratios to 1 are tested by z. */
  private static double pOfLift(double lift, Moments control, Moments treatment) {
    double factor = 1 + lift;
    Moments lifted =
        Moments.of(control.n(), factor * control.mean(), factor * factor * control.variance());
    RatioTest z = RatioTest.withDefaults();
    return tested(z.test(lifted.withDenominator(1, 0, 0), treatment.withDenominator(1, 0, 0)))
        .pValue();
  }

  @Test
  @DisplayName(
      "with an error of the baseline of one percent, both intervals are alike to two percent")
  void deltaIsNearFieller() {
    Moments control = Moments.of(10_000, 1, 1);
    for (double mean : new double[] {0.9, 1, 1.1, 2}) {
      Moments treatment = Moments.of(10_000, mean, 1);
      ConfidenceInterval delta = tested(LIFT.test(control, treatment)).interval().orElseThrow();
      ConfidenceInterval exact = tested(FIELLER.test(control, treatment)).interval().orElseThrow();
      double twoPercent = 0.02 * 0.5 * (delta.upper() - delta.lower());
      assertThat(delta.lower()).isCloseTo(exact.lower(), within(twoPercent));
      assertThat(delta.upper()).isCloseTo(exact.upper(), within(twoPercent));
    }
  }

  @Test
  @DisplayName("without a baseline there is no lift, and the reason is given")
  void withoutABaselineThereIsNoLift() {
    assertThat(reason(LIFT.test(Moments.of(100, 0, 1), Moments.of(100, 1, 1))))
        .isEqualTo("the control's mean is 0.0; nothing can be measured relative to it");
  }

  @Test
  @DisplayName("of a treatment that is 0 throughout is the loss of all, or not the control's fault")
  void ofNothing() {
    Moments control = Moments.of(1000, 0.1, 0.09);
    Moments nothing = Moments.of(1000, 0, 0);
    assertThat(LIFT.test(control, nothing))
        .isEqualTo(
            new NotTestable(
                Obstacle.ZERO_VARIANCE,
                "the treatment has mean 0.0 and variance 0.0, so the lift has no error by the"
                    + " delta method"));
    Tested fieller = tested(FIELLER.test(control, nothing));
    assertThat(fieller.estimate()).hasValue(-1);
    // −0.1/√(0.09/1000)
    assertThat(fieller.statistic()).isCloseTo(-10.540925533894598, within(1e-12));
    assertThat(fieller.interval().orElseThrow().lower()).isCloseTo(-1, within(1e-15));
  }
}
