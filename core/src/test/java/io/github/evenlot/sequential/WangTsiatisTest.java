package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WangTsiatisTest {

  @Test
  @DisplayName(
      "Pocock's boundaries are all the same, O'Brien and Fleming's fall with the root of k")
  void shapes() {
    List<LookBoundary> pocock = WangTsiatis.pocock(4).boundaries();
    assertThat(pocock).extracting(LookBoundary::boundary).containsOnly(pocock.get(0).boundary());
    List<LookBoundary> obrienFleming = WangTsiatis.obrienFleming(4).boundaries();
    assertThat(obrienFleming.get(0).boundary())
        .isCloseTo(2 * obrienFleming.get(3).boundary(), within(1e-14));
  }

  @Test
  @DisplayName("alpha is spent at the last look, whatever the shape")
  void spendsAlpha() {
    for (double delta : new double[] {-1, 0, 0.3, 0.5, 0.8, 1}) {
      for (Sides sides : Sides.values()) {
        List<LookBoundary> looks = new WangTsiatis(delta, 6, 0.02, sides).boundaries();
        assertThat(looks.get(5).alphaSpent())
            .as("%s %s", delta, sides)
            .isCloseTo(0.02, within(1e-15));
      }
    }
  }

  @Test
  @DisplayName("more looks than planned are refused")
  void moreLooks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WangTsiatis.pocock(5).boundary(6))
        .withMessage("look 6 is not one of the 5 planned");
    assertThat(WangTsiatis.pocock(5).boundary(5).information()).isEqualTo(1);
  }

  @Test
  @DisplayName("parameters out of range are refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WangTsiatis.pocock(0))
        .withMessage("0 looks, not 1 to 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WangTsiatis.pocock(5).withAlpha(0.5))
        .withMessage("alpha 0.5 is outside (0, 0.5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WangTsiatis(2, 5, 0.05, Sides.TWO_SIDED))
        .withMessage("delta 2.0 is outside [-1, 1]");
  }
}
