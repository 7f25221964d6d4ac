package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Two arms and the difference of their means.
 *
 * @param control moments of the estimated variable
 * @param treatment moments of the estimated variable
 */
record Comparison(Moments control, Moments treatment) {

  /**
   * What a test makes of two arms, or why there is nothing to make of them.
   *
   * @throws IllegalArgumentException if there are not two arms
   */
  static TestResult test(
      String method,
      Estimator estimator,
      List<Moments> arms,
      Function<Comparison, TestResult> test) {
    Arms.checkTwo(method, arms);
    Optional<NotTestable> obstacle = estimator.obstacle(arms);
    return obstacle.isPresent() ? obstacle.get() : test(estimator.linearised(arms), test);
  }

  private static TestResult test(List<Moments> linearised, Function<Comparison, TestResult> test) {
    Comparison comparison = new Comparison(linearised.get(0), linearised.get(1));
    Optional<NotTestable> obstacle = Estimator.MEAN.obstacle(linearised).or(comparison::obstacle);
    return obstacle.isPresent() ? obstacle.get() : test.apply(comparison);
  }

  /** Treatment less control. */
  double estimate() {
    return treatment.y().minus(control.y());
  }

  /** The squared standard error of the control's mean. */
  double controlError() {
    return control.variance() / control.n();
  }

  /** The squared standard error of the treatment's mean. */
  double treatmentError() {
    return treatment.variance() / treatment.n();
  }

  /** Of the difference, with unequal variances. */
  double standardError() {
    return Math.sqrt(controlError() + treatmentError());
  }

  double statistic() {
    return estimate() / standardError();
  }

  /**
   * Of Welch (1947) and Satterthwaite, by the arms' shares of the squared error, which neither
   * over- nor underflow.
   */
  double welchDegreesOfFreedom() {
    double error = controlError() + treatmentError();
    double first = controlError() / error;
    double second = treatmentError() / error;
    return 1 / (first * first / (control.n() - 1) + second * second / (treatment.n() - 1));
  }

  /** The units of both arms. */
  double units() {
    return (double) control.n() + treatment.n();
  }

  /** Welch's t test. */
  Tested welch(double confidence, Alternative alternative) {
    return welchFrom(0, confidence, alternative);
  }

  /** Welch's t test that the difference is {@code nullValue}. */
  Tested welchFrom(double nullValue, double confidence, Alternative alternative) {
    return student(nullValue, standardError(), welchDegreesOfFreedom(), confidence, alternative);
  }

  /** Student's t test, of variances taken as equal. */
  Tested student(double confidence, Alternative alternative) {
    double degrees = units() - 2;
    double variance =
        control.variance() * ((control.n() - 1) / degrees)
            + treatment.variance() * ((treatment.n() - 1) / degrees);
    double error = Math.sqrt(variance * (1.0 / control.n() + 1.0 / treatment.n()));
    return student(0, error, degrees, confidence, alternative);
  }

  /** The z test of many units. */
  Tested normal(double confidence, Alternative alternative) {
    double halfWidth = standardError() * Tails.criticalNormal(confidence, alternative);
    return Tested.of(statistic(), Tails.normal(statistic(), alternative))
        .withEstimate(estimate(), standardError())
        .with(ConfidenceInterval.around(estimate(), halfWidth, alternative));
  }

  private Tested student(
      double nullValue, double error, double degrees, double confidence, Alternative alternative) {
    double estimate = estimate();
    double t = (estimate - nullValue) / error;
    double halfWidth = error * Tails.criticalStudent(confidence, degrees, alternative);
    return new Tested(
        OptionalDouble.of(estimate),
        OptionalDouble.of(error),
        t,
        OptionalDouble.of(degrees),
        Tails.student(t, degrees, alternative),
        Optional.of(ConfidenceInterval.around(estimate, halfWidth, alternative)));
  }

  private Optional<NotTestable> obstacle() {
    return control.variance() == 0 && treatment.variance() == 0
        ? Optional.of(new NotTestable(Obstacle.ZERO_VARIANCE, "both arms have variance 0"))
        : Optional.empty();
  }
}
