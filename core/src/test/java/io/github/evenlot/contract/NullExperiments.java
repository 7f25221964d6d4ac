package io.github.evenlot.contract;

import io.github.evenlot.statistics.Moments;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** p-values of many experiments in which the null hypothesis holds. */
final class NullExperiments {

  private static final int COUNT = 4_000;
  private static final int CONTROL_UNITS = 120;
  private static final int TREATMENT_UNITS = 97;

  private NullExperiments() {}

  static double[] pValues(MethodUnderTest test) {
    Random random = new Random(1_908);
    double[] pValues = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Moments control = test.data().arm(random, CONTROL_UNITS, 0);
      Moments treatment = test.data().arm(random, TREATMENT_UNITS, test.nullEffect());
      pValues[i] = test.tested(List.of(control, treatment)).pValue();
    }
    return pValues;
  }

  static double shareBelow(double alpha, double[] pValues) {
    return Arrays.stream(pValues).filter(p -> p <= alpha).count() / (double) pValues.length;
  }

  /** Four standard errors of such a share: one in 16,000 seeds is beyond. */
  static double fourErrors(double alpha) {
    return 4 * Math.sqrt(alpha * (1 - alpha) / COUNT);
  }
}
