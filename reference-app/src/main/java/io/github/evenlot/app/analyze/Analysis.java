package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.Multiplicity;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.RelativeLift;
import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From a study to what it says: a pure function of its data. */
final class Analysis {

  private static final SampleRatioTest SAMPLE_RATIO = SampleRatioTest.withDefaults();

  private Analysis() {}

  static Finding of(Study study) {
    TestResult ratio = SAMPLE_RATIO.test(study.end().units(), study.weights());
    List<ArmFinding> arms = arms(study);
    Optional<Looks> looks = study.hasLooks() ? Optional.of(LookByLook.of(study)) : Optional.empty();
    Judgement judgement = new Judgement(study, ratio, arms, looks);
    return new Finding(
        study,
        ratio,
        overall(study),
        arms,
        looks,
        judgement.verdict(),
        judgement.winner(),
        judgement.explanation());
  }

  /** Whether the arms have not the units that they should have. */
  static boolean isMismatch(TestResult sampleRatio) {
    return SAMPLE_RATIO.isMismatch(sampleRatio);
  }

  private static Optional<TestResult> overall(Study study) {
    return study.conversions()
        ? Optional.of(PearsonChiSquared.withDefaults().test(study.end().moments()))
        : Optional.empty();
  }

  private static List<ArmFinding> arms(Study study) {
    TestMethod method =
        study.conversions() ? TwoProportionZTest.withDefaults() : WelchTTest.withDefaults();
    List<TestResult> tests = againstControl(study, method);
    List<TestResult> lifts =
        againstControl(study, RelativeLift.withDefaults().with(RelativeLift.Bounds.FIELLER));
    List<Double> adjusted = Multiplicity.HOLM.adjust(tests.stream().map(Analysis::p).toList());
    List<ArmFinding> arms = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      OptionalDouble p =
          tests.get(i) instanceof Tested
              ? OptionalDouble.of(adjusted.get(i))
              : OptionalDouble.empty();
      arms.add(new ArmFinding(study.arms().get(i + 1), tests.get(i), p, lifts.get(i)));
    }
    return arms;
  }

  private static List<TestResult> againstControl(Study study, TestMethod method) {
    List<Moments> moments = study.end().moments();
    if (moments.isEmpty()) {
      TestResult none = new NotTestable("the file has no variance");
      return study.arms().stream().skip(1).map(arm -> none).toList();
    }
    return moments.stream().skip(1).map(arm -> method.test(moments.get(0), arm)).toList();
  }

  /** What can't be tested speaks against nothing, but stays in the family. */
  private static double p(TestResult test) {
    return test instanceof Tested tested ? tested.pValue() : 1;
  }
}
