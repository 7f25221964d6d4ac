package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.LookReport;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One line a study, for people with a terminal of 80 columns. */
final class Table implements Presentation {

  private static final int NAME = 24;
  private static final String ROW = "%s %-6s %4s %11s %8s %8s  %s";

  @Override
  public void print(List<Outcome> outcomes, PrintStream out) {
    out.println(row("experiment", "metric", "arms", "units", "shares p", "p", "verdict"));
    for (Outcome outcome : outcomes) {
      out.println(outcome instanceof Finding finding ? row(finding) : row((Failure) outcome));
    }
  }

  private static String row(Failure failure) {
    return TerminalText.fitted(TerminalText.safe(failure.experiment()), NAME)
        + " error: "
        + TerminalText.safe(failure.reason());
  }

  private static String row(Finding finding) {
    Study study = finding.study();
    return row(
        study.name(),
        study.metric(),
        Integer.toString(study.arms().size()),
        Numbers.count(study.end().total()),
        p(finding.sampleRatio()),
        p(finding).isPresent() ? Numbers.p(p(finding).getAsDouble()) : "",
        verdict(finding));
  }

  /** Of the looks by the stagewise ordering, else that all arms are alike, else of the only arm. */
  static OptionalDouble p(Finding finding) {
    Optional<LookReport> report = finding.looks().flatMap(Looks::report);
    if (report.isPresent()) {
      return OptionalDouble.of(report.get().estimate().pValue());
    }
    TestResult test = finding.overall().orElse(finding.arms().get(0).test());
    return test instanceof Tested tested
        ? OptionalDouble.of(tested.pValue())
        : OptionalDouble.empty();
  }

  private static String p(TestResult test) {
    return test instanceof Tested tested ? Numbers.p(tested.pValue()) : "";
  }

  static String verdict(Finding finding) {
    String words = finding.verdict().words();
    return finding
        .winner()
        .map(winner -> words + " " + TerminalText.safe(winner.id()) + lift(finding, winner))
        .orElse(words);
  }

  private static String lift(Finding finding, Arm winner) {
    if (finding.looks().isPresent()) {
      return finding.looks().flatMap(Looks::lift).map(lift -> " " + Numbers.lift(lift)).orElse("");
    }
    return finding.arms().stream()
        .filter(arm -> arm.arm().equals(winner))
        .findFirst()
        .map(ArmFinding::lift)
        .filter(Tested.class::isInstance)
        .map(lift -> " " + Numbers.lift(((Tested) lift).estimate().orElse(0)))
        .orElse("");
  }

  private static String row(String name, String... cells) {
    String fitted = TerminalText.fitted(TerminalText.safe(name), NAME);
    return Numbers.format(ROW, fitted, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])
        .stripTrailing();
  }
}
