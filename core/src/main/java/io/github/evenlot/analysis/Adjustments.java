package io.github.evenlot.analysis;

import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The p-values of a family of tests, adjusted. */
final class Adjustments {

  private Adjustments() {}

  /**
   * Where nothing can be tested, nothing speaks against the null hypothesis; it counts in the
   * family as 1, so that the family does not depend on the data.
   *
   * @return in the same order; empty where there is no test
   */
  static List<OptionalDouble> of(Multiplicity adjustment, List<TestResult> tests) {
    List<Double> pValues =
        tests.stream().map(test -> test instanceof Tested tested ? tested.pValue() : 1.0).toList();
    List<Double> adjusted = adjustment.adjust(pValues);
    List<OptionalDouble> result = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      result.add(
          tests.get(i) instanceof Tested
              ? OptionalDouble.of(adjusted.get(i))
              : OptionalDouble.empty());
    }
    return result;
  }
}
