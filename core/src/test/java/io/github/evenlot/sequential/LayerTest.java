package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.internal.NormalTail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  @DisplayName("the widest panels hold a normal distribution function to the last digits")
  void widestPanels() {
    Layer layer = new Layer(0, 1);
    for (double start = -12; start < layer.end(); start += 0.25) {
      double end = layer.panelEnd(start);
      Panel panel = Panel.sample(start, end, NormalTail::survival);
      for (double share = 0; share <= 1; share += 0.01) {
        double x = start + share * (end - start);
        assertThat(panel.at(x))
            .as("%s in a panel from %s to %s", x, start, end)
            .isCloseTo(NormalTail.survival(x), within(2e-15));
      }
    }
  }

  @Test
  @DisplayName("panels are narrowest at the centre and widen on both sides of it")
  void widths() {
    Layer layer = new Layer(3, 0.1);
    assertThat(layer.panelEnd(2.8) - 2.8).isCloseTo(0.45, within(1e-15));
    // From 2 scales beyond the centre 4.5 + 4/8 scales, and from as far before it as that ends.
    assertThat(layer.panelEnd(3.2) - 3.2).isCloseTo(0.5, within(1e-15));
    assertThat(layer.panelEnd(2.3)).isCloseTo(2.8, within(1e-14));
    assertThat(layer.panelEnd(4)).isInfinite();
  }
}
