package io.github.evenlot.app.demo;

import io.github.evenlot.analysis.AnalysisReport;
import io.github.evenlot.analysis.ArmSummary;
import io.github.evenlot.analysis.Comparison;
import io.github.evenlot.analysis.Decision;
import io.github.evenlot.analysis.Verdict;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A report as a product manager reads it. */
final class ReportTable {

  private static final int HEADLINE_WIDTH = 48;
  private static final String ROW = "    %-" + HEADLINE_WIDTH + "s %8s %7s %7s  %-24s %s";

  private final PrintStream out;

  ReportTable(PrintStream out) {
    this.out = out;
  }

  /**
   * @param number of the test in the list
   */
  void print(int number, ReplayedTest test, AnalysisReport report) {
    out.println();
    out.println(
        format(
            "%2d. Week of %s, %d arms, %,d of %,d planned viewers",
            number,
            test.archived().week(),
            report.arms().size(),
            report.units(),
            test.plan().plannedUnits()));
    out.println(
        format(ROW, "headline", "viewers", "clicks", "rate", "lift (interval)", "verdict")
            .stripTrailing());
    for (ArmSummary arm : report.arms()) {
      out.println(row(report, arm).stripTrailing());
    }
    out.println("    => " + conclusion(report));
  }

  private static String row(AnalysisReport report, ArmSummary arm) {
    long clicks = arm.sums().sumY().longValueExact();
    Optional<Comparison> comparison =
        report.comparisons().stream().filter(c -> c.variant().equals(arm.variant())).findFirst();
    return format(
        ROW,
        shortened(arm.variant().name()),
        format("%,d", arm.units()),
        format("%,d", clicks),
        arm.units() == 0 ? "" : format("%.2f %%", 100.0 * clicks / arm.units()),
        comparison.map(c -> lift(c.lift())).orElse(""),
        verdict(report, arm, comparison));
  }

  private static String verdict(
      AnalysisReport report, ArmSummary arm, Optional<Comparison> comparison) {
    if (report.decision().verdict() == Verdict.BROKEN) {
      return "no verdict";
    }
    if (comparison.isEmpty()) {
      return "control";
    }
    if (comparison.get().rejectedAt().isEmpty()) {
      return comparison.get().test() instanceof NotTestable
          ? "not testable"
          : "not shown to differ";
    }
    if (report.decision().variant().equals(Optional.of(arm.variant().id()))) {
      return "WINNER";
    }
    return comparison.get().rejectedZ().orElseThrow() > 0 ? "better" : "worse";
  }

  private static String lift(TestResult lift) {
    if (!(lift instanceof Tested tested)) {
      return "";
    }
    double estimate = tested.estimate().orElse(0);
    return tested
        .interval()
        .filter(interval -> !interval.equals(ConfidenceInterval.UNBOUNDED))
        .map(
            i ->
                format(
                    "%+.0f %% (%+.0f to %+.0f)", 100 * estimate, 100 * i.lower(), 100 * i.upper()))
        .orElseGet(() -> format("%+.0f %%", 100 * estimate));
  }

  private static String conclusion(AnalysisReport report) {
    Decision decision = report.decision();
    return switch (decision.verdict()) {
      case BROKEN ->
          "broken randomisation: no verdict. %s (sample ratio %s)"
              .formatted(sentence(decision.explanation()), p(report.sampleRatio()));
      case SHIP ->
          "ship the winner: look %d of 2 crossed its boundary. %s"
              .formatted(look(report), arms(report));
      case ROLL_BACK -> "keep the first headline: every other does worse. " + arms(report);
      case NO_WINNER -> "keep the first headline: no other is shown to do better. " + arms(report);
      case KEEP_RUNNING -> "keep running: " + decision.explanation() + ". " + arms(report);
    };
  }

  private static String arms(AnalysisReport report) {
    return report.overall().map(all -> "Test that all arms are alike: " + p(all)).orElse("");
  }

  /** The look at which the arm to ship crossed its boundary. */
  private static int look(AnalysisReport report) {
    return report.comparisons().stream()
        .filter(c -> report.decision().variant().equals(Optional.of(c.variant().id())))
        .mapToInt(c -> c.rejectedAt().orElse(0))
        .findFirst()
        .orElse(0);
  }

  private static String p(TestResult result) {
    if (result instanceof Tested tested) {
      return tested.pValue() < 0.001
          ? format("p = %.1e", tested.pValue())
          : format("p = %.3f", tested.pValue());
    }
    return "not testable";
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  private static String shortened(String headline) {
    return headline.codePointCount(0, headline.length()) <= HEADLINE_WIDTH
        ? headline
        : headline.substring(0, headline.offsetByCodePoints(0, HEADLINE_WIDTH - 1)) + "…";
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
