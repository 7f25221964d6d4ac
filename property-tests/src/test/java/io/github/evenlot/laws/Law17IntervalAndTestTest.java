package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestMethods;
import io.github.evenlot.inference.Tested;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 17: the interval excludes the null value exactly when p is below α. */
class Law17IntervalAndTestTest {

  /** Those whose interval is the test turned around. */
  private static final List<String> METHODS = List.of("welch", "student", "ratio", "cuped");

  @Provide
  Arbitrary<List<Arms.Unit>> units() {
    return Arms.any();
  }

  @Provide
  Arbitrary<Double> confidences() {
    return Arbitraries.of(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of(METHODS);
  }

  @Property(seed = "1701", tries = 3000)
  void excludesZeroExactlyWhenRejected(
      @ForAll("methods") String id,
      @ForAll("confidences") double confidence,
      @ForAll Alternative alternative,
      @ForAll("units") List<Arms.Unit> a,
      @ForAll("units") List<Arms.Unit> b) {
    TestMethod method =
        TestMethods.create(id, Map.of("confidence", confidence, "alternative", alternative.id()));
    if (method.test(Arms.moments(a), Arms.moments(b)) instanceof Tested tested) {
      double alpha = 1 - confidence;
      Assume.that(Math.abs(tested.pValue() - alpha) > 1e-9);
      ConfidenceInterval interval = tested.interval().orElseThrow();
      assertThat(interval.contains(0)).isEqualTo(tested.pValue() > alpha);
    }
  }
}
