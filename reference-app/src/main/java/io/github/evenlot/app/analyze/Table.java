package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.LookReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One line a study, for people with a terminal of 80 columns. */
final class Table implements Presentation {

  /** The heads of the columns. */
  static final List<String> HEADER =
      List.of("experiment", "metric", "arms", "units", "shares p", "p", "verdict");

  private static final int WIDEST_NAME = 24;
  private static final int WIDEST_METRIC = 12;
  private static final String ROW = "%s%s %4s %11s %8s %8s  %s";

  @Override
  public void print(List<Outcome> outcomes, PrintStream out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    outcomes.forEach(each -> lines.add(cells(each)));
    int name = width(lines, 0, WIDEST_NAME);
    int metric = outcomes.stream().anyMatch(Table::hasMetric) ? width(lines, 1, WIDEST_METRIC) : 0;
    lines.forEach(cells -> out.println(line(cells, name, metric)));
  }

  private static boolean hasMetric(Outcome outcome) {
    return outcome instanceof Finding finding && !finding.study().metric().isEmpty();
  }

  private static int width(List<List<String>> lines, int column, int most) {
    int widest =
        lines.stream()
            .filter(cells -> column == 0 || cells.size() > 2)
            .map(cells -> TerminalText.safe(cells.get(column)))
            .mapToInt(TerminalText::width)
            .max()
            .orElse(0);
    return Math.min(most, widest);
  }

  private static String line(List<String> cells, int name, int metric) {
    List<String> safe = new ArrayList<>(cells.stream().map(TerminalText::safe).toList());
    safe.set(0, TerminalText.fitted(safe.get(0), name));
    if (safe.size() == 2) {
      return safe.get(0) + " " + safe.get(1);
    }
    safe.set(1, metric == 0 ? "" : " " + TerminalText.fitted(safe.get(1), metric));
    return Numbers.format(ROW, safe.toArray()).stripTrailing();
  }

  private static List<String> cells(Outcome outcome) {
    return outcome instanceof Failure failure
        ? List.of(failure.experiment(), "error: " + failure.reason())
        : cells((Finding) outcome);
  }

  /** The cells of a study's line. */
  static List<String> cells(Finding finding) {
    Study study = finding.study();
    OptionalDouble p = p(finding);
    return List.of(
        study.name(),
        study.metric(),
        Integer.toString(study.arms().size()),
        Numbers.count(study.end().total()),
        p(finding.sampleRatio()),
        p.isPresent() ? Numbers.p(p.getAsDouble()) : "",
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

  private static String verdict(Finding finding) {
    String words = finding.verdict().words();
    return finding
        .winner()
        .map(winner -> words + " " + winner.id() + lift(finding, winner))
        .orElse(words);
  }

  private static String lift(Finding finding, Arm winner) {
    return finding
        .looks()
        .map(Looks::lift)
        .orElseGet(() -> liftOf(finding, winner))
        .map(lift -> " " + Numbers.lift(lift))
        .orElse("");
  }

  private static Optional<Double> liftOf(Finding finding, Arm winner) {
    return finding.arms().stream()
        .filter(arm -> arm.arm().equals(winner))
        .map(ArmFinding::lift)
        .filter(Tested.class::isInstance)
        .map(lift -> ((Tested) lift).estimate().orElse(0))
        .findFirst();
  }
}
