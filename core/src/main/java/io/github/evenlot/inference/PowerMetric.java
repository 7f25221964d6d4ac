package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;

/**
 * How much the estimated difference of a metric varies, as the standard error times the root of the
 * control's units.
 */
public sealed interface PowerMetric permits MeanPower, ProportionPower {

  /**
   * A mean whose standard deviation over units is known, equal in both arms.
   *
   * @param deviation in units of the metric; positive
   * @throws IllegalArgumentException if it is not positive and finite
   */
  static PowerMetric mean(double deviation) {
    return new MeanPower(deviation, deviation);
  }

  /**
   * A mean whose standard deviations in control and treatment are known.
   *
   * @throws IllegalArgumentException if one is not positive and finite
   */
  static PowerMetric mean(double controlDeviation, double treatmentDeviation) {
    return new MeanPower(controlDeviation, treatmentDeviation);
  }

  /**
   * A proportion, tested by the pooled z.
   *
   * @param baseline the rate of the control, in (0, 1)
   * @throws IllegalArgumentException if it is outside (0, 1)
   */
  static PowerMetric proportion(double baseline) {
    return new ProportionPower(baseline);
  }

  /**
   * A ratio Σy/Σx that varies as the units of the past did, by the delta method.
   *
   * @param pilot the moments of metric and denominator
   * @throws IllegalArgumentException if nothing could be tested with them, with the reason
   */
  static PowerMetric ratio(Moments pilot) {
    List<Moments> arms = List.of(pilot);
    Estimator.RATIO
        .obstacle(arms)
        .ifPresent(
            obstacle -> {
              throw new IllegalArgumentException(obstacle.reason());
            });
    return mean(Math.sqrt(Estimator.RATIO.linearised(arms).get(0).variance()));
  }

  /**
   * Where there is no effect, as the test assumes it.
   *
   * @param effect the true difference
   * @param allocation treatment units per control unit
   */
  double nullDeviation(double effect, double allocation);

  /** Where there is the effect. */
  double deviation(double effect, double allocation);

  /** The largest effect that there is, or one that so many units cannot miss. */
  double largestEffect(double controlUnits, double allocation);
}
