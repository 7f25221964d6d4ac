package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods whose p-value is valid at many looks, or for more than one hypothesis. */
public interface ConservativeUnderTheNull extends MethodUnderTest {

  @Test
  @DisplayName("Where the null hypothesis holds, p is below α in at most a share α of experiments.")
  default void conservativeUnderTheNull() {
    double[] pValues = NullExperiments.pValues(this);
    for (double alpha : new double[] {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9}) {
      assertThat(NullExperiments.shareBelow(alpha, pValues))
          .as("share below %s", alpha)
          .isLessThan(alpha + NullExperiments.fourErrors(alpha));
    }
  }
}
