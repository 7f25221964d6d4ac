package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.PValue;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.internal.StudentTail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ZScoresTest {

  /** Critical values of t and z for the same tail, from the usual tables (Fisher and Yates). */
  @Test
  @DisplayName("a critical t becomes the critical z")
  void tables() {
    assertThat(ZScores.ofT(2.306, 8)).isCloseTo(1.960, within(5e-4));
    assertThat(ZScores.ofT(-12.706, 1)).isCloseTo(-1.960, within(5e-4));
    assertThat(ZScores.ofT(3.355, 8)).isCloseTo(2.576, within(5e-4));
    assertThat(ZScores.ofT(0, 3)).isZero();
  }

  @Test
  @DisplayName("the tails agree, also where they are below the range of a double")
  void tailsAgree() {
    for (double t : new double[] {0.1, 2, 10, 40, 100, 1e4, 1e8}) {
      for (double nu : new double[] {1, 2.5, 30, 1e4, 1e9}) {
        double z = ZScores.ofT(t, nu);
        double expected = StudentTail.logSurvival(t, nu);
        assertThat(NormalTail.logSurvival(z)).isCloseTo(expected, within(-2e-13 * expected));
        assertThat(ZScores.ofT(-t, nu)).isEqualTo(-z);
      }
    }
  }

  @Test
  @DisplayName("a t of all but infinitely many degrees of freedom is a z")
  void manyDegreesOfFreedom() {
    assertThat(ZScores.ofT(3, Double.POSITIVE_INFINITY)).isEqualTo(3);
    assertThat(ZScores.ofT(-3, 1e160)).isEqualTo(-3);
    assertThat(ZScores.ofT(3, 1e99)).isCloseTo(3, within(1e-12));
  }

  @Test
  @DisplayName("a two-sided p-value becomes the z that has it")
  // z at ln p = -5000: by bisection of the asymptotic series of the normal tail, in Python.
  void pValues() {
    assertThat(ZScores.ofTwoSided(PValue.of(0.05), -1))
        .isCloseTo(-1.959963984540054, within(1e-14));
    assertThat(ZScores.ofTwoSided(PValue.ofLog(-5000), 1))
        .isCloseTo(99.95168254392743, within(1e-12));
    assertThat(ZScores.ofTwoSided(PValue.ONE, 1)).isCloseTo(0, within(1e-15));
  }

  @Test
  @DisplayName("what has no finite z is refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZScores.ofT(Double.POSITIVE_INFINITY, 5))
        .withMessage("t Infinity is not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZScores.ofT(1, 0))
        .withMessage("degrees of freedom 0.0 are not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZScores.ofTwoSided(PValue.of(0), 1))
        .withMessage("a p-value of 0 has no finite z");
  }
}
