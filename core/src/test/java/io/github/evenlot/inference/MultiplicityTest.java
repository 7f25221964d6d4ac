package io.github.evenlot.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MultiplicityTest {

  @Test
  @DisplayName("every adjusted p-value of the reference has the digits promised")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("multiplicity");
    for (OracleRow row : OracleTable.read("multiplicity")) {
      for (Multiplicity adjustment : Multiplicity.values()) {
        List<Double> got = adjustment.adjust(numbers(row.text("p")));
        List<Double> want = numbers(row.text(adjustment.id()));
        assertThat(got).hasSameSizeAs(want);
        for (int i = 0; i < got.size(); i++) {
          accuracy.compare(row.text("id"), adjustment.id(), got.get(i), want.get(i));
        }
      }
    }
    accuracy.checkAsPromised();
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
  }

  @Test
  @DisplayName("nothing is adjusted to nothing, and 0 and 1 stay as they are")
  void nothingIsAdjustedToNothing() {
    for (Multiplicity adjustment : Multiplicity.values()) {
      assertThat(adjustment.adjust(List.of())).isEmpty();
      assertThat(adjustment.adjust(List.of(0.0, 1.0))).containsExactly(0.0, 1.0);
    }
  }

  @Test
  @DisplayName("what is no probability is refused, with the value")
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> Multiplicity.HOLM.adjust(List.of(0.5, 1.5)))
        .hasMessage("p-value 1.5 is outside 0..1");
    assertThatThrownBy(() -> Multiplicity.HOLM.adjust(List.of(Double.NaN)))
        .hasMessage("p-value NaN is outside 0..1");
    assertThatThrownBy(() -> Multiplicity.byId("sidak"))
        .hasMessage("no adjustment \"sidak\"; there are [bonferroni, holm, hochberg, bh, by]");
  }
}
