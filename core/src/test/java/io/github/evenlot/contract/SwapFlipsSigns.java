package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of two-sided methods that treat control and treatment alike. */
public interface SwapFlipsSigns extends MethodUnderTest {

  @Test
  @DisplayName("Swapping control and treatment flips signs and changes nothing else.")
  default void swapFlipsSigns() {
    for (List<Moments> arms : experiments()) {
      Tested forth = tested(arms);
      Tested back = tested(List.of(arms.get(1), arms.get(0)));
      assertThat(back.pValue()).isCloseTo(forth.pValue(), within(1e-12));
      assertThat(Math.abs(back.statistic())).isCloseTo(Math.abs(forth.statistic()), within(1e-10));
      assertThat(back.estimate().isPresent()).isEqualTo(forth.estimate().isPresent());
      forth
          .estimate()
          .ifPresent(
              estimate ->
                  assertThat(back.estimate().orElseThrow()).isCloseTo(-estimate, within(1e-12)));
      forth.interval().ifPresent(interval -> assertMirrored(interval, back));
    }
  }

  private static void assertMirrored(ConfidenceInterval interval, Tested back) {
    ConfidenceInterval mirrored = back.interval().orElseThrow();
    assertThat(mirrored.lower()).isCloseTo(-interval.upper(), within(1e-10));
    assertThat(mirrored.upper()).isCloseTo(-interval.lower(), within(1e-10));
  }
}
