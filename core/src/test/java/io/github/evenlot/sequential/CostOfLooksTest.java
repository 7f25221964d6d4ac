package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a look costs, counted in the panels that it is integrated on, whatever the machine. */
class CostOfLooksTest {

  @ParameterizedTest(name = "{0} looks: {1} panels")
  @CsvSource({"5, 1", "20, 2", "80, 3", "320, 4"})
  @DisplayName("four times as many looks take one panel more on each side of 0, not four times")
  void panels(int looks, int panels) {
    LookHistory history = GroupSequentialDesign.withDefaults().start();
    for (int k = 1; k <= looks; k++) {
      history = history.next(k / (double) looks);
    }
    assertThat(panelsOf(history)).isEqualTo(2 * panels);
  }

  private static int panelsOf(LookHistory history) {
    Map<?, ?> process = (Map<?, ?>) history.toDocument().get("process");
    return ((List<?>) process.get("panels")).size();
  }
}
