package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.internal.NormalTail;
import java.util.List;
import org.hipparchus.analysis.integration.RombergIntegrator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoppingBoundariesTest {

  private static final double OPEN = Double.POSITIVE_INFINITY;

  /** Romberg's rule on the density of the score shares nothing with the recursion. */
  @Test
  @DisplayName("two looks, each side with its own boundary, agree with plain quadrature")
  void againstPlainQuadrature() {
    double drift = 0.8;
    Crossing second =
        StoppingBoundaries.NONE.plus(0.4, -1.2, 2.3).plus(0.9, -1.5, 1.9).crossings(drift).get(1);
    assertThat(second.upper()).isCloseTo(secondCrossing(drift, 1.9, 1), within(1e-12));
    assertThat(second.lower()).isCloseTo(secondCrossing(drift, -1.5, -1), within(1e-12));
  }

  @Test
  @DisplayName("mirrored boundaries under the mirrored drift change sides")
  void mirrored() {
    List<Crossing> crossings = asymmetric(1).crossings(1.3);
    List<Crossing> mirrored = asymmetric(-1).crossings(-1.3);
    for (int k = 0; k < crossings.size(); k++) {
      assertThat(mirrored.get(k).lower()).isCloseTo(crossings.get(k).upper(), within(1e-15));
      assertThat(mirrored.get(k).upper()).isCloseTo(crossings.get(k).lower(), within(1e-15));
    }
  }

  @Test
  @DisplayName("a look at which nothing can end changes nothing")
  void emptyLook() {
    List<Crossing> with =
        StoppingBoundaries.NONE.plus(0.3, -2, 2).plus(0.5, -OPEN, OPEN).plus(1, -2, 2).crossings(1);
    List<Crossing> without = StoppingBoundaries.NONE.plus(0.3, -2, 2).plus(1, -2, 2).crossings(1);
    assertThat(with.get(1).total()).isZero();
    assertThat(with.get(2)).isEqualTo(without.get(1));
  }

  @Test
  @DisplayName("where the boundaries meet all that is left ends there")
  void meeting() {
    for (double drift : new double[] {-30, -1, 0, 2.5, 30}) {
      StoppingBoundaries boundaries =
          StoppingBoundaries.NONE
              .plus(0.2, -OPEN, 3)
              .plus(0.200001, 0.1, OPEN)
              .plus(0.6, -OPEN, 2.5)
              .plus(1, 1.8, 1.8);
      double total = boundaries.crossings(drift).stream().mapToDouble(Crossing::total).sum();
      assertThat(total).as("drift %s", drift).isCloseTo(1, within(2e-14));
    }
  }

  @Test
  @DisplayName("expected information lies between the first look and the last")
  void expectedInformation() {
    StoppingBoundaries boundaries = StoppingBoundaries.NONE.plus(0.5, -2.8, 2.8).plus(1, -2, 2);
    assertThat(boundaries.expectedInformation(20)).isCloseTo(0.5, within(1e-12));
    double stops = 2 * NormalTail.survival(2.8);
    assertThat(boundaries.expectedInformation(0)).isCloseTo(1 - 0.5 * stops, within(1e-15));
  }

  @Test
  @DisplayName("power and the drift that has it are inverse, also below the type I error")
  void inverse() {
    StoppingBoundaries boundaries = StoppingBoundaries.NONE.plus(0.5, -2.8, 2.8).plus(1, -2, 2);
    for (double power : new double[] {1e-9, 0.01, 0.5, 0.999}) {
      double drift = boundaries.driftForPower(power);
      assertThat(boundaries.power(drift) / power).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  @DisplayName("what makes no sense is refused, with the value and the bound")
  void refusals() {
    StoppingBoundaries one = StoppingBoundaries.NONE.plus(0.5, -2, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(0.7, 2, 1))
        .withMessage("lower boundary 2.0 is above the upper boundary 1.0 at information 0.7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(0.7, Double.NaN, 1))
        .withMessageContaining("lower boundary NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.plus(0.7, 1, 1).plus(1, -2, 2))
        .withMessage(
            "no look can follow that at information 0.7, where every statistic ends the test");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.driftForPower(1))
        .withMessage("power 1.0 is outside (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoppingBoundaries.NONE.plus(1, -2, OPEN).driftForPower(0.5))
        .withMessage("there is no upper boundary");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.power(Double.NaN))
        .withMessage("drift NaN is not finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.expectedInformation(Double.POSITIVE_INFINITY))
        .withMessage("drift Infinity is not finite");
  }

  private static double secondCrossing(double drift, double boundary, int side) {
    return new RombergIntegrator(1e-14, 1e-14, 5, 30)
        .integrate(
            1_000_000,
            u -> {
              double density =
                  NormalDensity.at((u - drift * 0.4) / Math.sqrt(0.4)) / Math.sqrt(0.4);
              double jump = boundary * Math.sqrt(0.9) - u - drift * 0.5;
              return density * NormalTail.survival(side * jump / Math.sqrt(0.5));
            },
            -1.2 * Math.sqrt(0.4),
            2.3 * Math.sqrt(0.4));
  }

  /** A symmetric look after asymmetric ones, some with an open side. */
  private static StoppingBoundaries asymmetric(int sign) {
    double[][] looks = {
      {0.1, -OPEN, 2.5}, {0.11, -1, 3}, {0.5, -2, 2}, {0.500001, -0.5, OPEN}, {1, -1, 2}
    };
    StoppingBoundaries all = StoppingBoundaries.NONE;
    for (double[] look : looks) {
      all = sign > 0 ? all.plus(look[0], look[1], look[2]) : all.plus(look[0], -look[2], -look[1]);
    }
    return all;
  }
}
