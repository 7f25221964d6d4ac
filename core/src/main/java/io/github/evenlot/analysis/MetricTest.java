package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Aggregation;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.experiment.NamedChoice;
import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.Estimator;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestMethods;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How one metric is tested.
 *
 * @param metric what is tested
 * @param method the plan's, or that of the metric's kind
 * @param estimator what the lift is of
 */
record MetricTest(MetricDefinition metric, TestMethod method, Estimator estimator) {

  /**
   * @throws IllegalArgumentException if the plan's method is none, or not one that can decide
   */
  static MetricTest of(MetricDefinition metric, AnalysisPlan plan) {
    NamedChoice choice = plan.methods().getOrDefault(metric.key(), byKind(metric));
    TestMethod method = TestMethods.create(choice.id(), choice.parameters());
    if (metric.role() != Role.SECONDARY) {
      requireDifference(metric, choice, method);
    }
    return new MetricTest(metric, method, estimator(metric, choice));
  }

  private static NamedChoice byKind(MetricDefinition metric) {
    if (metric.kind() == Kind.LATENCY) {
      return NamedChoice.of("ratio");
    }
    if (!metric.lookback().isZero()) {
      return NamedChoice.of("cuped");
    }
    return NamedChoice.of(metric.kind() == Kind.CONVERSION ? "pearson" : "welch");
  }

  private static void requireDifference(
      MetricDefinition metric, NamedChoice choice, TestMethod method) {
    String twoSided = Alternative.TWO_SIDED.id();
    if (!method.testsDifference()
        || !twoSided.equals(choice.parameters().getOrDefault("alternative", twoSided))) {
      throw new IllegalArgumentException(
          "method \"%s\" %s of metric \"%s\" is no two-sided test of a difference, which a %s needs"
              .formatted(choice.id(), choice.parameters(), metric.key(), metric.role()));
    }
  }

  private static Estimator estimator(MetricDefinition metric, NamedChoice choice) {
    if (metric.kind() == Kind.LATENCY) {
      return Estimator.RATIO;
    }
    Object named = choice.parameters().get("estimator");
    boolean adjusts = choice.id().equals("cuped") || Estimator.CUPED.id().equals(named);
    return adjusts ? Estimator.CUPED : Estimator.MEAN;
  }

  /**
   * @param strata of each epoch control and treatment
   */
  TestResult test(List<List<Moments>> strata) {
    return method.testWithin(strata);
  }

  /** The relative lift, with Fieller's interval. */
  TestResult lift(List<List<Moments>> strata, double confidence, Alternative alternative) {
    return RelativeLift.withDefaults()
        .with(RelativeLift.Bounds.FIELLER)
        .with(estimator)
        .with(alternative)
        .withConfidence(confidence)
        .testWithin(strata);
  }

  /**
   * The z whose two-sided p-value is that of the test, positive where the treatment is above the
   * control; empty where there is no test.
   */
  OptionalDouble z(TestResult test, List<List<Moments>> strata) {
    return test instanceof Tested tested
        ? OptionalDouble.of(
            sign(tested, strata) * NormalTail.quantileOfLog(tested.logPValue() - Math.log(2)))
        : OptionalDouble.empty();
  }

  /** By the estimate; counts that were only tested for a difference are compared as rates. */
  private double sign(Tested tested, List<List<Moments>> strata) {
    if (tested.estimate().isPresent()) {
      return Math.signum(tested.estimate().getAsDouble());
    }
    TestResult compared =
        metric.kind().aggregation() == Aggregation.PROPORTION
            ? TwoProportionZTest.withDefaults().testWithin(strata)
            : lift(strata, 0.5, Alternative.TWO_SIDED);
    return compared instanceof Tested other ? Math.signum(other.estimate().orElse(0)) : 0;
  }

  /** A number with the sign that makes more better. */
  double goodness(double value) {
    return metric.direction() == Direction.INCREASE ? value : -value;
  }

  /** Which way is good. */
  Alternative better() {
    return metric.direction() == Direction.INCREASE ? Alternative.GREATER : Alternative.LESS;
  }
}
