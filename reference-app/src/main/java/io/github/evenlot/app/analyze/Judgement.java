package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.LookOutcome;
import io.github.evenlot.sequential.LookReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From tests to a verdict. A study with looks is decided by its sequential design, another by
 * adjusted p-values below 5 percent. Either way broken shares come first, where it is known what
 * the shares should be.
 */
record Judgement(
    Study study, TestResult sampleRatio, List<ArmFinding> arms, Optional<Looks> looks) {

  private static final double ALPHA = 0.05;

  Verdict verdict() {
    if (study.sharesKnown() && Analysis.isMismatch(sampleRatio)) {
      return Verdict.BROKEN;
    }
    if (looks.isPresent()) {
      return looks.get().report().map(Judgement::verdict).orElse(Verdict.NOT_TESTABLE);
    }
    return atOnce();
  }

  private static Verdict verdict(LookReport report) {
    if (report.outcome() != LookOutcome.REJECT) {
      return Verdict.NO_WINNER;
    }
    return report.z() > 0 ? Verdict.WINNER : Verdict.CONTROL_BEST;
  }

  private Verdict atOnce() {
    if (arms.stream().allMatch(arm -> arm.adjusted().isEmpty())) {
      return Verdict.NOT_TESTABLE;
    }
    if (best().isPresent()) {
      return Verdict.WINNER;
    }
    return arms.stream().allMatch(arm -> differs(arm) && estimate(arm) < 0)
        ? Verdict.CONTROL_BEST
        : Verdict.NO_WINNER;
  }

  /** The arm above the control, of several the one with the greatest difference. */
  Optional<Arm> winner() {
    if (verdict() != Verdict.WINNER) {
      return Optional.empty();
    }
    return looks.isPresent() ? Optional.of(arms.get(0).arm()) : best().map(ArmFinding::arm);
  }

  private Optional<ArmFinding> best() {
    return arms.stream()
        .filter(arm -> differs(arm) && estimate(arm) > 0)
        .max(Comparator.comparingDouble(Judgement::estimate));
  }

  static boolean differs(ArmFinding arm) {
    return arm.adjusted().isPresent() && arm.adjusted().getAsDouble() < ALPHA;
  }

  private static double estimate(ArmFinding arm) {
    return arm.test() instanceof Tested tested ? tested.estimate().orElse(0) : 0;
  }

  String explanation() {
    String said = said();
    return !study.sharesKnown() && Analysis.isMismatch(sampleRatio)
        ? said
            + " The arms are not of equal size, and the file does not tell whether they were to be."
        : said;
  }

  private String said() {
    Verdict verdict = verdict();
    if (verdict == Verdict.BROKEN) {
      return "The arms do not have the shares of units that they should have: p = %s. No other number can be trusted."
          .formatted(p(sampleRatio));
    }
    if (verdict == Verdict.NOT_TESTABLE) {
      return "Nothing can be tested: %s.".formatted(obstacle());
    }
    if (looks.isPresent()) {
      return looks.get().report().map(LookReport::explanation).orElse("");
    }
    return switch (verdict) {
      case WINNER -> best().map(this::won).orElse("");
      case CONTROL_BEST -> "Every arm is below the first.";
      default -> "No arm is shown to be above the first.";
    };
  }

  private String won(ArmFinding best) {
    return "Arm %s is above the first: p = %s, adjusted for %d comparison%s."
        .formatted(
            best.arm().id(),
            Numbers.p(best.adjusted().orElse(1)),
            arms.size(),
            arms.size() == 1 ? "" : "s");
  }

  private static String p(TestResult test) {
    return test instanceof Tested tested ? Numbers.p(tested.pValue()) : "";
  }

  private String obstacle() {
    return arms.stream()
        .map(ArmFinding::test)
        .filter(NotTestable.class::isInstance)
        .map(test -> ((NotTestable) test).reason())
        .findFirst()
        .orElse("no checkpoint can be tested")
        .toLowerCase(Locale.ROOT);
  }
}
