package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MonitorTest {

  private final GroupSequentialDesign design = GroupSequentialDesign.withDefaults();

  @Test
  @DisplayName("a look below its boundary goes on, and says so")
  void goesOn() {
    LookReport report = Monitor.of(design).look(0.5, 1.8).report(0.95);
    assertThat(report.outcome()).isEqualTo(LookOutcome.CONTINUE);
    assertThat(report.explanation())
        .isEqualTo(
            "Look 1, at 50% of the information: |z| = 1.8000 does not reach the boundary 2.9626: go"
                + " on. 0.305% of the type I error of 5% is spent.");
  }

  @Test
  @DisplayName("too early for any boundary, it says so")
  void tooEarly() {
    assertThat(Monitor.of(design).look(1e-6, 9).report(0.95).explanation())
        .contains(
            "|z| = 9.0000 does not reach a boundary, as none is within reach so early: go on");
  }

  /** 2 erfc(z/√(2t)) at t = 0.05 with z = Φ⁻¹(1 − 0.05/4), from mpmath at 30 digits. */
  @Test
  @DisplayName(
      "an error rate too small for a percentage is shown as a power of ten, as in the field")
  void tinyShare() {
    LookReport report = Monitor.of(design).look(0.05, 1).report(0.95);
    assertThat(report.boundary().alphaSpent()).isCloseTo(2.39472135284650887564e-23, within(1e-34));
    assertThat(report.explanation())
        .endsWith(" go on. 2.4e-23 of the type I error of 5% is spent.");
  }

  @Test
  @DisplayName("the first look that reaches its boundary decides, whatever comes later")
  void firstRejectionCounts() {
    Monitor monitor = Monitor.of(design).look(0.5, -3.5);
    assertThat(monitor.isOver()).isTrue();
    LookReport report = monitor.look(0.7, 0).report(0.95);
    assertThat(report.outcome()).isEqualTo(LookOutcome.REJECT);
    assertThat(report.number()).isEqualTo(1);
    assertThat(report.z()).isEqualTo(-3.5);
    assertThat(report.explanation())
        .contains("|z| = 3.5000 reaches the boundary 2.9626: the null hypothesis is rejected.");
    assertThat(report.estimate().interval().upper()).isNegative();
  }

  @Test
  @DisplayName("looks after the end count for nothing, and have to go forward all the same")
  void checksLooksAfterTheEnd() {
    Monitor over = Monitor.of(design).look(0.5, -3.5).look(0.7, 0);
    assertThat(over.look(0.8, 0).report(0.95).number()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over.look(0.6, 0))
        .withMessage("information 0.6 is not above 0.7, that of the look before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over.finalLook(0.9, Double.NaN))
        .withMessage("z NaN is not finite");
  }

  @Test
  @DisplayName("at full information, or at a look declared the last, the test ends")
  void ends() {
    LookReport full = Monitor.of(design).look(0.5, 0.3).look(1, 1.9).report(0.95);
    assertThat(full.outcome()).isEqualTo(LookOutcome.END_WITHOUT_REJECTION);
    assertThat(full.explanation()).contains("this was the last look");
    LookReport early = Monitor.of(design).look(0.5, 0.3).finalLook(0.8, 1.9).report(0.95);
    assertThat(early.outcome()).isEqualTo(LookOutcome.END_WITHOUT_REJECTION);
    assertThat(early.boundary().alphaSpent()).isEqualTo(0.05);
  }

  @Test
  @DisplayName("a low statistic stops for futility where there are such bounds")
  void futility() {
    GroupSequentialDesign oneSided = design.withSides(Sides.ONE_SIDED);
    Futility futility =
        Futility.planned(oneSided, SpendingFunction.obrienFleming(), 0.2, false, 0.5, 1);
    Monitor monitor = Monitor.of(oneSided.withFutility(futility));
    LookReport report = monitor.look(0.5, -1).report(0.95);
    assertThat(report.outcome()).isEqualTo(LookOutcome.STOP_FOR_FUTILITY);
    assertThat(report.explanation()).contains("z = -1.0000 is not above the futility bound 0.");
    assertThat(monitor.look(0.5, 1.5).isOver()).isFalse();
    assertThat(monitor.look(0.5, 3).report(0.95).outcome()).isEqualTo(LookOutcome.REJECT);
  }

  @Test
  @DisplayName("at the first look the estimate is that of a fixed-sample test")
  void firstLookIsFixedSample() {
    SequentialEstimate estimate = Monitor.of(design).look(0.25, 2).report(0.95).estimate();
    assertThat(estimate.pValue()).isCloseTo(0.04550026389635842, within(1e-16));
    assertThat(estimate.medianUnbiased()).isCloseTo(4, within(1e-13));
    assertThat(estimate.interval().lower()).isCloseTo(4 - 2 * 1.959963984540054, within(1e-13));
    SequentialEstimate inPercent = estimate.times(0.5);
    assertThat(inPercent.medianUnbiased()).isCloseTo(2, within(1e-13));
    assertThat(inPercent.pValue()).isEqualTo(estimate.pValue());
    assertThat(inPercent.repeatedInterval().upper())
        .isCloseTo(0.5 * estimate.repeatedInterval().upper(), within(1e-13));
  }

  @Test
  @DisplayName("statistics far beyond any boundary have estimates too")
  void farOut() {
    for (double z : new double[] {60, -60, 1000, -1000}) {
      for (Sides sides : Sides.values()) {
        Monitor monitor = Monitor.of(design.withSides(sides)).look(0.3, 1).look(0.6, z);
        SequentialEstimate estimate = monitor.report(0.95).estimate();
        assertThat(estimate.interval().contains(estimate.medianUnbiased())).isTrue();
        assertThat(estimate.pValue()).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  @DisplayName("no look, a statistic or a confidence that is none are refused")
  void refusals() {
    Monitor monitor = Monitor.of(design);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.report(0.95))
        .withMessage("there was no look");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.look(0.5, Double.NaN))
        .withMessage("z NaN is not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.look(0.5, 1).report(1))
        .withMessage("confidence 1.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.look(0.5, 1).report(Math.nextDown(1.0)))
        .withMessageStartingWith("confidence 0.9999999999999999 leaves a tail of 5.55");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.look(0.5, 1).report(0.95).estimate().times(-1))
        .withMessage("unit -1.0 is not positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> monitor.look(0.5, 1).look(0.5, 1))
        .withMessage("information 0.5 is not above 0.5, that of the look before");
  }
}
