package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods whose p-value is made for one look. */
public interface UniformUnderTheNull extends MethodUnderTest {

  @Test
  @DisplayName("Where the null hypothesis holds, p is below α in a share α of 4,000 experiments.")
  default void uniformUnderTheNull() {
    double[] pValues = NullExperiments.pValues(this);
    for (double alpha : new double[] {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9}) {
      assertThat(NullExperiments.shareBelow(alpha, pValues))
          .as("share below %s", alpha)
          .isCloseTo(alpha, within(NullExperiments.fourErrors(alpha)));
    }
  }
}
