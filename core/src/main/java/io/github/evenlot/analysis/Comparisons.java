package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Aggregation;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestMethods;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.GroupSequentialHolm;
import io.github.evenlot.sequential.HolmDecision;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.statistics.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Each arm against the control, at one look, as a family. */
final class Comparisons {

  /**
   * @param comparisons one for each arm but the control
   * @param looks what has to be recorded; empty if no look was taken
   */
  record Outcome(List<Comparison> comparisons, List<Look> looks) {

    static final Outcome NONE = new Outcome(List.of(), List.of());
  }

  private final Experiment experiment;
  private final MetricDefinition metric;
  private final GroupSequentialDesign design;
  private final List<Look> past;
  private final List<ArmSummary> arms;

  Comparisons(
      Experiment experiment,
      MetricDefinition metric,
      AnalysisPlan plan,
      List<Look> past,
      List<ArmSummary> arms) {
    this.experiment = experiment;
    this.metric = metric;
    this.design = GroupSequentialDesign.withDefaults().withAlpha(plan.alpha());
    this.past = past;
    this.arms = arms;
  }

  /** The test over all arms at once: Pearson's, for proportions. */
  Optional<TestResult> overall() {
    return metric.kind().aggregation() == Aggregation.PROPORTION
        ? Optional.of(
            PearsonChiSquared.withDefaults().test(arms.stream().map(ArmSummary::moments).toList()))
        : Optional.empty();
  }

  /** Takes a look if there is more information than at the last one. */
  Outcome at(double information, LocalDate asOf, Instant now) {
    List<ArmSummary> treatments = arms.subList(1, arms.size());
    List<TestResult> tests = treatments.stream().map(arm -> test(method(), arm)).toList();
    List<OptionalDouble> adjusted = adjusted(tests);
    Map<String, OptionalDouble> z = statistics(treatments, tests);
    Round round = round(information, z);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < treatments.size(); i++) {
      ArmSummary arm = treatments.get(i);
      String id = arm.variant().id();
      comparisons.add(
          new Comparison(
              arm.variant(),
              tests.get(i),
              lift(arm, round.familyBoundary),
              adjusted.get(i),
              z.getOrDefault(id, OptionalDouble.empty()),
              Optional.ofNullable(round.decisions.get(id)).map(HolmDecision::boundary),
              rejectedAt(id, round)));
    }
    return new Outcome(List.copyOf(comparisons), looks(round, z, asOf, now));
  }

  /**
   * @param number of the look
   * @param familyBoundary what all arms are held against as long as none is rejected; it makes
   *     intervals that hold for all of them at all looks
   * @param decisions by variant; empty if no look is taken
   */
  private record Round(
      int number, LookBoundary familyBoundary, Map<String, HolmDecision> decisions) {}

  private Round round(double information, Map<String, OptionalDouble> z) {
    double[] before = pastInformation();
    boolean takes = before.length == 0 || information > before[before.length - 1];
    double[] times =
        takes
            ? DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(information)).toArray()
            : before;
    List<LookBoundary> family = design.withAlpha(design.alpha() / z.size()).boundaries(times);
    return new Round(
        times.length, family.get(family.size() - 1), takes ? decide(times, z) : Map.of());
  }

  private Map<String, HolmDecision> decide(double[] times, Map<String, OptionalDouble> z) {
    Map<String, Double> statistics = new LinkedHashMap<>();
    // Where nothing can be tested, nothing speaks against the null hypothesis.
    z.forEach((variant, value) -> statistics.put(variant, value.orElse(0)));
    return GroupSequentialHolm.at(design, z.size(), times).decide(statistics, rejectedBefore());
  }

  private double[] pastInformation() {
    return past.stream().mapToDouble(Look::information).distinct().sorted().toArray();
  }

  private Set<String> rejectedBefore() {
    return past.stream().filter(Look::rejected).map(Look::variant).collect(Collectors.toSet());
  }

  private OptionalInt rejectedAt(String variant, Round round) {
    OptionalInt before =
        past.stream()
            .filter(look -> look.rejected() && look.variant().equals(variant))
            .mapToInt(Look::number)
            .min();
    HolmDecision now = round.decisions.get(variant);
    return before.isEmpty() && now != null && now.rejected()
        ? OptionalInt.of(round.number)
        : before;
  }

  private List<Look> looks(
      Round round, Map<String, OptionalDouble> z, LocalDate asOf, Instant now) {
    List<Look> looks = new ArrayList<>();
    round.decisions.forEach(
        (variant, decision) ->
            looks.add(
                new Look(
                    experiment.key(),
                    metric.key(),
                    variant,
                    round.number,
                    now,
                    asOf,
                    decision.boundary().information(),
                    z.getOrDefault(variant, OptionalDouble.empty()).orElse(0),
                    decision.boundary().boundary(),
                    decision.boundary().alphaSpent(),
                    decision.rejected())));
    return List.copyOf(looks);
  }

  private TestMethod method() {
    return switch (metric.kind()) {
      case CONVERSION -> PearsonChiSquared.withDefaults();
      case REVENUE, COUNT -> WelchTTest.withDefaults();
      case LATENCY -> TestMethods.byId("ratio");
    };
  }

  private TestResult test(TestMethod method, ArmSummary arm) {
    return method.test(control(), arm.moments());
  }

  private Moments control() {
    return arms.get(0).moments();
  }

  /**
   * The lift with Fieller's interval, which leaves out zero where a test of the unpooled difference
   * rejects at the boundary. A boundary that next to nothing crosses bounds the lift on no side.
   */
  private TestResult lift(ArmSummary arm, LookBoundary boundary) {
    double confidence = 1 - boundary.nominalP();
    RelativeLift method = RelativeLift.withDefaults().with(RelativeLift.Bounds.FIELLER);
    if (confidence < 1) {
      return test(method.withConfidence(confidence), arm);
    }
    TestResult lift = test(method, arm);
    return lift instanceof Tested tested ? tested.with(ConfidenceInterval.UNBOUNDED) : lift;
  }

  private Map<String, OptionalDouble> statistics(
      List<ArmSummary> treatments, List<TestResult> tests) {
    Map<String, OptionalDouble> z = new LinkedHashMap<>();
    for (int i = 0; i < treatments.size(); i++) {
      ArmSummary arm = treatments.get(i);
      double sign = Math.signum(arm.moments().mean() - control().mean());
      z.put(arm.variant().id(), standardised(tests.get(i), sign));
    }
    return z;
  }

  /** The z whose two-sided p-value is that of the test. */
  private static OptionalDouble standardised(TestResult test, double sign) {
    return test instanceof Tested tested
        ? OptionalDouble.of(sign * NormalTail.quantileOfLog(tested.logPValue() - Math.log(2)))
        : OptionalDouble.empty();
  }

  private static List<OptionalDouble> adjusted(List<TestResult> tests) {
    List<Double> pValues =
        tests.stream().map(test -> test instanceof Tested tested ? tested.pValue() : 1.0).toList();
    List<Double> adjusted = Multiplicity.HOLM.adjust(pValues);
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
