package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FutilityTest {

  private static final double[] PLANNED = {0.25, 0.5, 0.75, 1};

  private final GroupSequentialDesign design =
      GroupSequentialDesign.withDefaults().withSides(Sides.ONE_SIDED).withAlpha(0.025);

  @Test
  @DisplayName("planned bounds leave the power they promise")
  void power() {
    for (boolean binding : new boolean[] {true, false}) {
      Futility futility = planned(binding);
      StoppingBoundaries boundaries = history(futility, PLANNED).stoppingBoundaries();
      assertThat(boundaries.power(futility.drift())).isCloseTo(0.9, within(1e-13));
    }
  }

  @Test
  @DisplayName("binding bounds use up alpha exactly if followed, others stay valid if not")
  void typeOneError() {
    StoppingBoundaries followed = history(planned(true), PLANNED).stoppingBoundaries();
    assertThat(followed.power(0)).isCloseTo(0.025, within(1e-15));

    LookHistory free = history(planned(false), PLANNED);
    assertThat(free.stoppingBoundaries().power(0)).isLessThan(0.025);
    assertThat(free.boundaries())
        .usingElementComparatorOnFields("boundary", "alphaSpent")
        .isEqualTo(design.boundaries(PLANNED));
  }

  @Test
  @DisplayName("bounds that do not bind leave the inference as it is without them")
  void inference() {
    SequentialEstimate free = history(planned(false), 0.5, 1).estimate(2.2, 0.95);
    assertThat(free).isEqualTo(design.history(0.5, 1).estimate(2.2, 0.95));
    SequentialEstimate binding = history(planned(true), 0.5, 1).estimate(2.2, 0.95);
    assertThat(binding.pValue()).isLessThan(free.pValue());
  }

  @Test
  @DisplayName("looks at other times than planned spend beta as they fall")
  void otherTimes() {
    LookHistory history = history(planned(false), 0.1, 0.6, 1.1);
    LookBoundary last = history.boundaries().get(2);
    assertThat(last.futility()).isEqualTo(last.boundary());
    double betaAtSecond =
        history.stoppingBoundaries().crossings(planned(false).drift()).stream()
            .limit(2)
            .mapToDouble(Crossing::lower)
            .sum();
    assertThat(betaAtSecond).isCloseTo(SpendingFunction.pocock().spent(0.1, 0.6), within(1e-15));
  }

  @Test
  @DisplayName("too great a planned effect makes the bounds meet early, where the test ends")
  void meetingEarly() {
    Futility greedy = new Futility(SpendingFunction.pocock(), 0.1, 12, false);
    LookHistory history = history(greedy, 0.5);
    assertThat(history.boundaries().get(0).futility())
        .isEqualTo(history.boundaries().get(0).boundary());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history.next(1))
        .withMessage(
            "no look can follow that at information 0.5, where every statistic ends the test");
  }

  @Test
  @DisplayName("binding bounds that leave nothing to spend alpha on are refused")
  void nothingLeft() {
    Futility greedy = new Futility(SpendingFunction.pocock(), 0.1, 6.09, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history(greedy, PLANNED))
        .withMessageStartingWith("the binding futility bounds leave less than 0.0081")
        .withMessageEndingWith("their drift is too great");
  }

  @Test
  @DisplayName("parameters out of range are refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Futility(SpendingFunction.pocock(), 0.5, 3, true))
        .withMessage("beta 0.5 is outside (0, 0.5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Futility(SpendingFunction.pocock(), 0.2, 0, true))
        .withMessage("drift 0.0 is not positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupSequentialDesign.withDefaults().withFutility(planned(false)))
        .withMessage("futility bounds need a one-sided design, not TWO_SIDED");
  }

  private Futility planned(boolean binding) {
    return Futility.planned(design, SpendingFunction.pocock(), 0.1, binding, PLANNED);
  }

  private LookHistory history(Futility futility, double... information) {
    return design.withFutility(futility).history(information);
  }
}
