package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PowerAnalysisTest {

  @Test
  @DisplayName("power, units and detectable effect have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("power_sample_size");
    for (OracleRow row : OracleTable.read("power_sample_size")) {
      PowerAnalysis analysis = analysis(row);
      double delta = row.number("delta");
      double target = row.number("power_target");
      double units = row.number("n1_given");
      accuracy.compare(row, "power_at_n1", analysis.power(delta, units));
      double required = analysis.controlUnits(delta, target);
      accuracy.compare(row, "n1_required_real", required);
      accuracy.compare(row, "n1_required_ceil", Math.ceil(required));
      if (row.has("mde_at_n1")) {
        accuracy.compare(row, "mde_at_n1", analysis.detectableEffect(units, target));
      }
    }
    accuracy.checkAsPromised();
  }

  private static PowerAnalysis analysis(OracleRow row) {
    double first = row.number("p1_or_sd1");
    PowerMetric metric =
        row.text("kind").equals("mean_z")
            ? PowerMetric.mean(first, row.number("p2_or_sd2"))
            : PowerMetric.proportion(first);
    return PowerAnalysis.of(metric)
        .withAlpha(row.number("alpha"))
        .withSides((int) row.count("sides"))
        .withAllocation(row.number("ratio_n2_n1"));
  }

  /** Each of the three is the inverse of the others. */
  @Test
  @DisplayName("effect, units and power are each the inverse of the two others")
  void effectUnitsAndPowerAgree() {
    for (PowerMetric metric :
        new PowerMetric[] {PowerMetric.mean(3, 4), PowerMetric.proportion(0.1)}) {
      PowerAnalysis analysis =
          PowerAnalysis.of(metric).withAllocation(0.25).withInflation(1.1).withAlpha(0.01);
      for (double power : new double[] {0.2, 0.5, 0.8, 0.9999}) {
        double units = analysis.controlUnits(0.05, power);
        assertThat(analysis.power(0.05, units)).isCloseTo(power, within(1e-13));
        assertThat(analysis.detectableEffect(units, power)).isCloseTo(0.05, within(1e-11));
      }
    }
  }

  @Test
  @DisplayName("a sequential design takes more units, by its factor")
  void aSequentialDesignTakesMoreUnits() {
    PowerAnalysis fixed = PowerAnalysis.of(PowerMetric.mean(1));
    assertThat(fixed.withInflation(1.02).controlUnits(0.1, 0.8))
        .isEqualTo(1.02 * fixed.controlUnits(0.1, 0.8));
  }

  /** A denominator that is always 2 makes the ratio half the mean, with half its deviation. */
  @Test
  @DisplayName("a ratio to a constant 2 is planned as a mean of half the deviation")
  void aRatioVariesByTheDeltaMethod() {
    PowerMetric ratio = PowerMetric.ratio(Moments.of(1000, 10, 16).withDenominator(2, 0, 0));
    assertThat(ratio).isEqualTo(PowerMetric.mean(2));
  }

  @Test
  @DisplayName("effects, powers and designs out of range are refused, with value and range")
  void whatMeansNothingIsRefused() {
    PowerAnalysis analysis = PowerAnalysis.of(PowerMetric.proportion(0.9));
    assertThatThrownBy(() -> analysis.controlUnits(0.2, 0.8))
        .hasMessage("effect 0.2 on baseline 0.9 leads out of 0..1");
    assertThatThrownBy(() -> analysis.controlUnits(0, 0.8))
        .hasMessage("absolute effect 0.0 is outside (0.0, Infinity)");
    assertThatThrownBy(() -> analysis.controlUnits(0.05, 0.04))
        .hasMessage("power 0.04 is outside (0.05, 1.0)");
    assertThatThrownBy(() -> analysis.detectableEffect(5, 0.99))
        .hasMessageContaining("is found with power 0.99 by 5.0 units");
    PowerAnalysis unequal = PowerAnalysis.of(PowerMetric.proportion(0.5)).withAllocation(10);
    assertThatThrownBy(() -> unequal.controlUnits(0.49, 0.2))
        .hasMessageStartingWith("effect 0.49 is found with power 0.2 by no units at all");
    assertThatThrownBy(() -> analysis.withAlpha(0.5)).hasMessage("alpha 0.5 is outside (0.0, 0.5)");
    assertThatThrownBy(() -> analysis.withSides(3)).hasMessage("sides 3 is neither 1 nor 2");
    assertThatThrownBy(() -> PowerMetric.ratio(Moments.of(1, 2, 0)))
        .hasMessage("the control has n 1; a variance takes at least 2");
  }
}
