package io.github.evenlot.contract;

import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What the laws need to know of a method. */
public interface MethodUnderTest {

  /** The method, at a level of 5 percent. */
  TestMethod method();

  /** What the method is made for. */
  default SampleData data() {
    return SampleData.MEASUREMENTS;
  }

  /** The effect that the null hypothesis supposes, in units of the estimate. */
  default double nullEffect() {
    return 0;
  }

  /** Pairs of control and treatment with and without effects, the same at every call. */
  default List<List<Moments>> experiments() {
    Random random = new Random(20_17);
    List<List<Moments>> experiments = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double effect = nullEffect() + 0.004 * (i - 30);
      experiments.add(
          List.of(data().arm(random, 50 + 7 * i, 0), data().arm(random, 350 - 4 * i, effect)));
    }
    return experiments;
  }

  /** The numbers of an experiment that can be tested. */
  default Tested tested(List<Moments> arms) {
    TestResult result = method().test(arms);
    if (result instanceof Tested tested) {
      return tested;
    }
    throw new AssertionError("%s of %s".formatted(result, arms));
  }
}
