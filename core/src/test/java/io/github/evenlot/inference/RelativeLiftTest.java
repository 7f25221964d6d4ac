package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.reason;
import static io.github.evenlot.inference.Results.sums;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.Test;

class RelativeLiftTest {

  private static final RelativeLift LIFT = RelativeLift.withDefaults();

  @Test
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

  @Test
  void aBaselineThatMayBeZeroBoundsNothing() {
    Tested result =
        tested(
            LIFT.with(RelativeLift.Bounds.FIELLER)
                .test(Moments.of(100, 0.1, 1), Moments.of(100, 0.3, 1)));
    assertThat(result.interval()).hasValue(ConfidenceInterval.UNBOUNDED);
  }

  @Test
  void withoutABaselineThereIsNoLift() {
    assertThat(reason(LIFT.test(Moments.of(100, 0, 1), Moments.of(100, 1, 1))))
        .isEqualTo("the control's mean is 0.0; nothing can be measured relative to it");
  }
}
