package io.github.evenlot.experiment;

import io.github.evenlot.experiment.MetricDefinition.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * How an experiment will be judged, fixed before its first look.
 *
 * @param alpha the type I error rate of the primary metric over all arms and looks, and of all
 *     sides, in (0, ½)
 * @param plannedUnits the exposed units, over all arms, at which the information fraction is 1
 * @param sides 2, or 1 where only an arm that does better may be told apart
 * @param spending how fast alpha is spent: {@code obrien-fleming}, {@code pocock}, {@code
 *     kim-demets} with {@code rho} or {@code hwang-shih-decani} with {@code gamma}
 * @param methods the test method of a metric, by the metric's key; a metric that is not there has
 *     the method of its kind
 * @param margins by the keys of guardrail metrics, in units of the estimate: the loss that would
 *     matter. Such a guardrail lets no arm pass that is not shown to lose less
 * @param adjustment of the p-values of the secondary metrics, over all of them and all arms: {@code
 *     holm}, {@code bonferroni}, {@code hochberg}, {@code bh} or {@code by}
 */
public record AnalysisPlan(
    double alpha,
    long plannedUnits,
    int sides,
    NamedChoice spending,
    Map<String, NamedChoice> methods,
    Map<String, Double> margins,
    String adjustment) {

  private static final NamedChoice OBRIEN_FLEMING = NamedChoice.of("obrien-fleming");
  private static final String HOLM = "holm";

  public AnalysisPlan {
    Objects.requireNonNull(spending, "spending");
    Objects.requireNonNull(adjustment, "adjustment");
    methods = copy(methods);
    margins = copy(margins);
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is outside (0, 0.5)");
    }
    if (plannedUnits < 1) {
      throw new IllegalArgumentException("plannedUnits " + plannedUnits + " is below 1");
    }
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides " + sides + " is neither 1 nor 2");
    }
    margins.forEach(AnalysisPlan::checkMargin);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  private static void checkMargin(String metric, double margin) {
    if (!(margin > 0) || Double.isInfinite(margin)) {
      throw new IllegalArgumentException(
          "margin %s of metric \"%s\" is not positive and finite".formatted(margin, metric));
    }
  }

  /**
   * Two-sided 5 percent, O'Brien and Fleming's spending, the method of each metric's kind, Holm.
   */
  public static AnalysisPlan ofUnits(long plannedUnits) {
    return new AnalysisPlan(0.05, plannedUnits, 2, OBRIEN_FLEMING, Map.of(), Map.of(), HOLM);
  }

  /** The same plan at another type I error rate, in (0, ½). */
  public AnalysisPlan withAlpha(double newAlpha) {
    return new AnalysisPlan(newAlpha, plannedUnits, sides, spending, methods, margins, adjustment);
  }

  /** The same plan with 1 or 2 sides. */
  public AnalysisPlan withSides(int newSides) {
    return new AnalysisPlan(alpha, plannedUnits, newSides, spending, methods, margins, adjustment);
  }

  /** The same plan, spending alpha in another way. */
  public AnalysisPlan withSpending(NamedChoice newSpending) {
    return new AnalysisPlan(alpha, plannedUnits, sides, newSpending, methods, margins, adjustment);
  }

  /** With the test method of one more metric. */
  public AnalysisPlan withMethod(String metric, NamedChoice method) {
    Map<String, NamedChoice> more = new LinkedHashMap<>(methods);
    more.put(metric, method);
    return new AnalysisPlan(alpha, plannedUnits, sides, spending, more, margins, adjustment);
  }

  /** With the margin of one more guardrail metric. */
  public AnalysisPlan withMargin(String metric, double margin) {
    Map<String, Double> more = new LinkedHashMap<>(margins);
    more.put(metric, margin);
    return new AnalysisPlan(alpha, plannedUnits, sides, spending, methods, more, adjustment);
  }

  /** The same plan with another adjustment of the secondary metrics. */
  public AnalysisPlan withAdjustment(String newAdjustment) {
    return new AnalysisPlan(alpha, plannedUnits, sides, spending, methods, margins, newAdjustment);
  }

  /**
   * @throws IllegalArgumentException if it speaks of a metric that is not among these, or gives a
   *     margin to one that is no guardrail
   */
  void checkMetrics(List<MetricDefinition> metrics) {
    checkKnown("method", methods, metrics, metric -> true);
    checkKnown("margin", margins, metrics, metric -> metric.role() == Role.GUARDRAIL);
  }

  private static void checkKnown(
      String what,
      Map<String, ?> planned,
      List<MetricDefinition> metrics,
      Predicate<MetricDefinition> fits) {
    List<String> wanted = new ArrayList<>(planned.keySet());
    metrics.stream().filter(fits).forEach(metric -> wanted.remove(metric.key()));
    if (!wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "the plan has a %s for \"%s\", which is no %s of the experiment"
              .formatted(what, wanted.get(0), what.equals("margin") ? "guardrail" : "metric"));
    }
  }
}
