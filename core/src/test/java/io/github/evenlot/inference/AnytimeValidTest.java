package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mixture SPRT and the asymptotic confidence sequence, which share a table. */
class AnytimeValidTest {

  @Test
  @DisplayName("both always-valid methods have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("anytime_valid");
    for (OracleRow row : OracleTable.read("anytime_valid")) {
      compareSequence(accuracy, row);
      compareSprt(accuracy, row);
    }
    accuracy.checkAsPromised();
  }

  private static void compareSequence(Accuracy accuracy, OracleRow row) {
    AsymptoticConfidenceSequence sequence =
        AsymptoticConfidenceSequence.tunedTo(row.number("param"))
            .withConfidence(1 - row.number("alpha"));
    double rho = Math.sqrt(sequence.rhoSquared());
    accuracy.compare(row, "asympcs_rho", rho);
    Tested both = tested(sequence, row);
    compareHalfWidth(accuracy, row, both, "asympcs_halfwidth_2s");
    compareP(accuracy, row, both, "asympcs_p_2s");
    Tested below = tested(sequence.with(Alternative.LESS), row);
    double halfWidth = below.interval().orElseThrow().upper() - row.number("est_diff");
    compareHalfWidth(accuracy, row, halfWidth, "asympcs_halfwidth_1s");
  }

  private static Tested tested(AsymptoticConfidenceSequence sequence, OracleRow row) {
    return sequence.tested(row.number("n"), row.number("est_diff"), row.number("se_fixed"));
  }

  private static void compareSprt(Accuracy accuracy, OracleRow row) {
    MixtureSprt sprt =
        MixtureSprt.ofTauSquared(row.number("msprt_tau2")).withConfidence(1 - row.number("alpha"));
    Tested tested = sprt.tested(row.number("est_diff"), row.number("se_fixed"));
    accuracy.compare(row, "msprt_log_lambda", tested.statistic());
    compareHalfWidth(accuracy, row, tested, "msprt_ci_halfwidth");
    compareP(accuracy, row, tested, "msprt_p");
  }

  private static void compareHalfWidth(
      Accuracy accuracy, OracleRow row, Tested tested, String column) {
    double upper = tested.interval().orElseThrow().upper();
    compareHalfWidth(accuracy, row, upper - row.number("est_diff"), column);
  }

  /** Adding the estimate and taking it away again costs the digits it is larger by. */
  private static void compareHalfWidth(
      Accuracy accuracy, OracleRow row, double halfWidth, String column) {
    accuracy.compare(row, column, halfWidth, Math.abs(row.number("est_diff")));
  }

  private static void compareP(Accuracy accuracy, OracleRow row, Tested tested, String column) {
    accuracy.compare(row.text("id"), "ln " + column, tested.logPValue(), row.log(column), 1);
    accuracy.compare(row, column, tested.pValue());
  }

  @Test
  @DisplayName("the sequence excludes 0 exactly where p is below alpha")
  void theSequenceExcludesZeroExactlyWherePIsBelowAlpha() {
    for (Alternative alternative : Alternative.values()) {
      AsymptoticConfidenceSequence sequence =
          AsymptoticConfidenceSequence.tunedTo(5000).with(alternative);
      for (double estimate = -0.1; estimate < 0.1; estimate += 0.0007) {
        Tested tested = sequence.tested(4000, estimate, 0.02);
        assertThat(tested.pValue() < 0.05).isEqualTo(!tested.interval().orElseThrow().contains(0));
      }
    }
  }

  /** Its p-value at the boundary is α itself. */
  @Test
  @DisplayName("on its boundary the one-sided p-value is alpha, and on the other side of 0 it is 1")
  void theOneSidedPIsTheAlphaWhoseBoundaryWasReached() {
    AsymptoticConfidenceSequence sequence =
        AsymptoticConfidenceSequence.tunedTo(5000).with(Alternative.GREATER);
    double lower = sequence.tested(4000, 0, 1).interval().orElseThrow().lower();
    assertThat(sequence.tested(4000, -lower, 1).pValue()).isCloseTo(0.05, within(1e-15));
    assertThat(sequence.tested(4000, lower, 1).pValue()).isEqualTo(1);
  }

  @Test
  @DisplayName("parameters out of range are refused, with the value")
  void parametersThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> MixtureSprt.ofTauSquared(0))
        .hasMessage("tau_squared 0.0 is not positive and finite");
    assertThatThrownBy(() -> AsymptoticConfidenceSequence.tunedTo(-5))
        .hasMessage("tuning_n -5.0 is not positive and finite");
    assertThatThrownBy(() -> AsymptoticConfidenceSequence.tunedTo(5).withConfidence(0.5))
        .hasMessage("confidence 0.5 is outside (0.5, 1)");
  }

  @Test
  @DisplayName("effects expected beyond all measure make the SPRT cautious, and not NaN")
  void survivesAnyTauSquared() {
    Tested tested = MixtureSprt.ofTauSquared(1e300).tested(30, 1e-10);
    // Python 3, decimal with 50 digits: ((z*z) / (1 + 1/s) - ln(1 + s)) / 2, s = 1e320, z = 3e11
    assertThat(tested.statistic()).isCloseTo(4.5e22, within(1e7));
    Tested none = MixtureSprt.ofTauSquared(1e300).tested(1e-9, 1e-10);
    assertThat(none.statistic()).isCloseTo(-318.4136148790473, within(1e-9));
    assertThat(none.pValue()).isEqualTo(1);
    assertThat(none.interval().orElseThrow().contains(0)).isTrue();
  }
}
