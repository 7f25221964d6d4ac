package io.github.evenlot.contract;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods whose estimate has no unit. */
public interface ScaleChangesNothing extends MethodUnderTest {

  @Test
  @DisplayName("In another unit everything is the same.")
  default void scaleChangesNothing() {
    for (List<Moments> arms : experiments()) {
      for (double factor : new double[] {3, 1e-6, 1e9}) {
        List<Moments> scaled = arms.stream().map(arm -> Transformed.scaled(arm, factor)).toList();
        Transformed.assertAlike(tested(scaled), tested(arms), 1);
      }
    }
  }
}
