package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods whose interval is made of the statistic of their p-value. */
public interface IntervalMatchesPValue extends MethodUnderTest {

  @Test
  @DisplayName(
      "The 95 percent interval excludes the null effect exactly where p is below 5 percent.")
  default void intervalMatchesPValue() {
    for (List<Moments> arms : experiments()) {
      Tested tested = tested(arms);
      ConfidenceInterval interval = tested.interval().orElseThrow();
      assertThat(interval.contains(nullEffect()))
          .as("%s", tested)
          .isEqualTo(tested.pValue() >= 0.05);
    }
  }

  @Test
  @DisplayName(
      "The experiments of this contract include some that are rejected and some that are not.")
  default void experimentsOfBothKinds() {
    assertThat(experiments().stream().map(arms -> tested(arms).pValue() < 0.05))
        .contains(true, false);
  }
}
