package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupSequentialDesignTest {

  private final GroupSequentialDesign design = GroupSequentialDesign.withDefaults();

  @Test
  @DisplayName("a single look at full information is the fixed-sample test")
  void singleLook() {
    LookBoundary look = design.boundaries(1).get(0);
    assertThat(look.boundary()).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(look.nominalP()).isCloseTo(0.05, within(1e-15));
    assertThat(look.alphaSpent()).isEqualTo(0.05);
  }

  @Test
  @DisplayName("over-running spends what is left and no more")
  void overRunning() {
    List<LookBoundary> looks = design.boundaries(0.5, 1.2, 1.3);
    assertThat(looks.get(1).alphaSpent()).isEqualTo(0.05);
    assertThat(looks.get(2).boundary()).isInfinite();
    assertThat(looks.get(2).alphaSpent()).isEqualTo(0.05);
  }

  @Test
  @DisplayName("a look that may spend nothing leaves its share to the next")
  void tooEarly() {
    List<LookBoundary> looks = design.boundaries(1e-6, 0.5);
    assertThat(looks.get(0))
        .isEqualTo(
            new LookBoundary(1e-6, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0));
    assertThat(looks.get(1)).isEqualTo(design.boundaries(0.5).get(0));
  }

  @Test
  @DisplayName("one look at a time gives what all at once give")
  void incremental() {
    LookHistory history = design.start().next(0.2).next(0.35);
    assertThat(history.next(0.9).boundaries()).isEqualTo(design.boundaries(0.2, 0.35, 0.9));
    assertThat(history.boundaries()).hasSize(2);
  }

  @Test
  @DisplayName("looks as close as one part in a million million are told apart")
  void closest() {
    double z = design.boundaries(0.5, 0.5 * (1 + 1e-11), 1).get(2).boundary();
    assertThat(z).isCloseTo(design.boundaries(0.5, 1).get(1).boundary(), within(1e-9));
    refused("information 0.5 is not above 0.5, that of the look before", 0.5, 0.5);
  }

  @Test
  @DisplayName("information has to be positive, finite and growing")
  void information() {
    refused("information 0.0 is not positive and finite", 0);
    refused("information -0.1 is not positive and finite", -0.1);
    refused("information NaN is not positive and finite", Double.NaN);
    refused("information Infinity is not positive and finite", Double.POSITIVE_INFINITY);
    refused("information 0.4 is not above 0.5, that of the look before", 0.5, 0.4);
  }

  @Test
  @DisplayName("alpha has to be in (0, ½)")
  void alpha() {
    for (double alpha : new double[] {0, 0.5, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> design.withAlpha(alpha))
          .withMessage("alpha " + alpha + " is outside (0, 0.5)");
    }
  }

  @Test
  @DisplayName("a user's own spending function works, and is refused where it falls or overspends")
  void ownSpending() {
    GroupSequentialDesign linear = design.withSpending((alpha, t) -> alpha * t);
    assertThat(linear.boundaries(0.3, 0.6, 1))
        .isEqualTo(design.withSpending(SpendingFunction.kimDeMets(1)).boundaries(0.3, 0.6, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design.withSpending((a, t) -> a / (8 * t)).boundaries(0.25, 0.5))
        .withMessage(
            "spending function unnamed has spent 0.00625 at information 0.5, outside [0.0125,"
                + " 0.025], from what it had spent before to all there is");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design.withSpending((a, t) -> 2 * a).boundaries(0.25))
        .withMessageContaining("unnamed has spent 0.05 at information 0.25, outside [0.0, 0.025]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design.withSpending((a, t) -> Double.NaN).boundaries(0.25))
        .withMessageContaining("has spent NaN at information 0.25");
  }

  @Test
  @DisplayName("parameters of the spending families are refused outside their range")
  void familyParameters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpendingFunction.kimDeMets(0))
        .withMessage("rho 0.0 is not positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpendingFunction.hwangShihDeCani(Double.NaN))
        .withMessage("gamma NaN is outside [-700, 700]");
    assertThat(SpendingFunction.hwangShihDeCani(0).spent(0.05, 0.3)).isEqualTo(0.015);
    assertThat(SpendingFunction.hwangShihDeCani(1e-9).spent(0.05, 0.3))
        .isCloseTo(0.015, within(1e-11));
  }

  @Test
  @DisplayName("a power that needs no units has no inflation factor")
  void leastPower() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupSequentialDesign.withDefaults().inflationFactor(0.025, 0.5, 1))
        .withMessage("power 0.025 is outside (0.025, 1)");
  }

  private void refused(String message, double... information) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> design.boundaries(information))
        .withMessage(message);
  }
}
