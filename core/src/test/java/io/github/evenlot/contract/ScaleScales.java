package io.github.evenlot.contract;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods whose estimate has the unit of the metric. */
public interface ScaleScales extends MethodUnderTest {

  @Test
  @DisplayName("In another unit the estimate has that unit, and the p-value is the same.")
  default void scaleScales() {
    for (List<Moments> arms : experiments()) {
      for (double factor : new double[] {3, 1e-6, 1e9}) {
        List<Moments> scaled = arms.stream().map(arm -> Transformed.scaled(arm, factor)).toList();
        Transformed.assertAlike(tested(scaled), tested(arms), factor);
      }
    }
  }
}
