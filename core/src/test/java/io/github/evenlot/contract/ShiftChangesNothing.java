package io.github.evenlot.contract;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A law of methods that compare by a difference. */
public interface ShiftChangesNothing extends MethodUnderTest {

  @Test
  @DisplayName("Adding the same amount to every value changes nothing.")
  default void shiftChangesNothing() {
    for (List<Moments> arms : experiments()) {
      for (double amount : new double[] {-10, 1e3, -1e9}) {
        List<Moments> shifted = arms.stream().map(arm -> Transformed.shifted(arm, amount)).toList();
        Transformed.assertAlike(tested(shifted), tested(arms), 1);
      }
    }
  }
}
