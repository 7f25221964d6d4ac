package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition.Aggregation;
import io.github.evenlot.inference.Alternative;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.GroupSequentialHolm;
import io.github.evenlot.sequential.HolmDecision;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.statistics.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each arm against the control in the primary metric, at one look, as a family. */
final class Comparisons {

  /**
   * @param comparisons one for each arm but the control
   * @param looks what has to be recorded; empty if no look was taken
   */
  record Outcome(List<Comparison> comparisons, List<Look> looks) {

    static final Outcome NONE = new Outcome(List.of(), List.of());
  }

  private final Experiment experiment;
  private final MetricTest primary;
  private final GroupSequentialDesign design;
  private final List<Look> past;
  private final MetricData data;

  Comparisons(
      Experiment experiment,
      MetricTest primary,
      AnalysisPlan plan,
      List<Look> past,
      MetricData data) {
    this.experiment = experiment;
    this.primary = primary;
    this.design = PlannedDesign.of(plan);
    this.past = past;
    this.data = data;
  }

  /** The test over all arms at once: Pearson's, for proportions. */
  Optional<TestResult> overall() {
    return primary.metric().kind().aggregation() == Aggregation.PROPORTION
        ? Optional.of(PearsonChiSquared.withDefaults().testWithin(data.strata()))
        : Optional.empty();
  }

  /** Takes a look if it is time for one. */
  Outcome at(LookTimes times, LocalDate asOf, Instant now) {
    List<List<List<Moments>>> pairs = IntStream.range(1, arms()).mapToObj(data::pair).toList();
    List<TestResult> tests = pairs.stream().map(primary::test).toList();
    List<OptionalDouble> adjusted = Adjustments.of(Multiplicity.HOLM, tests);
    Map<String, OptionalDouble> z = statistics(pairs, tests);
    Round round = round(times, z);
    List<Look> looks = looks(round, z, asOf, now);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      String id = variant(i + 1);
      Optional<Look> rejection = rejection(id, looks);
      comparisons.add(
          new Comparison(
              experiment.variants().get(i + 1),
              tests.get(i),
              lift(pairs.get(i), round.familyBoundary),
              adjusted.get(i),
              z.getOrDefault(id, OptionalDouble.empty()),
              Optional.ofNullable(round.decisions.get(id)).map(HolmDecision::boundary),
              rejection.map(look -> OptionalInt.of(look.number())).orElse(OptionalInt.empty()),
              rejection.map(look -> OptionalDouble.of(look.z())).orElse(OptionalDouble.empty())));
    }
    return new Outcome(List.copyOf(comparisons), looks);
  }

  private int arms() {
    return experiment.variants().size();
  }

  private String variant(int arm) {
    return experiment.variants().get(arm).id();
  }

  /**
   * @param number of the look
   * @param familyBoundary what all arms are held against as long as none is rejected; it makes
   *     intervals that hold for all of them at all looks
   * @param decisions by variant; empty if no look is taken
   */
  private record Round(
      int number, LookBoundary familyBoundary, Map<String, HolmDecision> decisions) {}

  private Round round(LookTimes times, Map<String, OptionalDouble> z) {
    GroupSequentialHolm holm = times.procedure(design, z.size());
    return new Round(
        times.number(), holm.familyBoundary(), times.takesLook() ? decide(holm, z) : Map.of());
  }

  private Map<String, HolmDecision> decide(
      GroupSequentialHolm holm, Map<String, OptionalDouble> z) {
    Map<String, Double> statistics = new LinkedHashMap<>();
    // Where nothing can be tested, nothing speaks against the null hypothesis.
    z.forEach((variant, value) -> statistics.put(variant, primary.goodness(value.orElse(0))));
    return holm.decide(statistics, rejectedBefore());
  }

  private Set<String> rejectedBefore() {
    return past.stream().filter(Look::rejected).map(Look::variant).collect(Collectors.toSet());
  }

  /** The first look that rejected, of the past ones and those taken now. */
  private Optional<Look> rejection(String variant, List<Look> now) {
    return Stream.concat(past.stream(), now.stream())
        .filter(look -> look.rejected() && look.variant().equals(variant))
        .min(Comparator.comparingInt(Look::number));
  }

  private List<Look> looks(
      Round round, Map<String, OptionalDouble> z, LocalDate asOf, Instant now) {
    List<Look> looks = new ArrayList<>();
    round.decisions.forEach(
        (variant, decision) ->
            looks.add(
                new Look(
                    experiment.key(),
                    primary.metric().key(),
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

  /**
   * The lift with Fieller's interval, which leaves out zero where a test of the unpooled difference
   * rejects at the boundary. A boundary that next to nothing crosses bounds the lift on no side.
   */
  private TestResult lift(List<List<Moments>> strata, LookBoundary boundary) {
    double confidence = 1 - boundary.nominalP();
    Alternative alternative =
        design.sides() == Sides.ONE_SIDED ? primary.better() : Alternative.TWO_SIDED;
    if (confidence < 1) {
      return primary.lift(strata, confidence, alternative);
    }
    TestResult lift = primary.lift(strata, 0.5, alternative);
    return lift instanceof Tested tested ? tested.with(ConfidenceInterval.UNBOUNDED) : lift;
  }

  private Map<String, OptionalDouble> statistics(
      List<List<List<Moments>>> pairs, List<TestResult> tests) {
    Map<String, OptionalDouble> z = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      z.put(variant(i + 1), primary.z(tests.get(i), pairs.get(i)));
    }
    return z;
  }
}
