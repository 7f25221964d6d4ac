package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Element;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One study in a page: what it says, its picture, its arms. */
final class HtmlStudy {

  private static final List<String> HEADER =
      List.of("arm", "units", "mean", "lift (95 % interval)", "p");

  private HtmlStudy() {}

  static Element of(Finding finding) {
    Element article =
        Element.of("article")
            .add(
                Element.of("h3")
                    .text(Pictures.title(finding.study()) + " ")
                    .add(badge(finding.verdict())))
            .add(Element.of("p").text(finding.explanation()));
    Pictures.ofStudy(finding).ifPresent(svg -> article.add(HtmlReport.figure(svg)));
    return article.add(HtmlTable.of(HEADER, arms(finding)));
  }

  private static Element badge(Verdict verdict) {
    return Element.of("span").with("class", "badge " + verdict.id()).text(verdict.words());
  }

  private static List<List<String>> arms(Finding finding) {
    Checkpoint shown = shown(finding);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < finding.study().arms().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(finding.study().arms().get(i).label());
      row.add(Numbers.count(shown.units().get(i)));
      row.add(mean(finding.study(), shown, i));
      row.add(i == 0 ? "control" : lift(finding, finding.arms().get(i - 1)));
      row.add(i == 0 ? "" : p(finding, finding.arms().get(i - 1)));
      rows.add(row);
    }
    return rows;
  }

  /** What was known when the test ended. */
  private static Checkpoint shown(Finding finding) {
    return finding
        .looks()
        .flatMap(Looks::last)
        .map(InterimLook::checkpoint)
        .orElse(finding.study().end());
  }

  private static String mean(Study study, Checkpoint shown, int arm) {
    List<Moments> moments = shown.moments();
    if (moments.isEmpty()) {
      return "";
    }
    double mean = moments.get(arm).mean();
    return study.conversions()
        ? Numbers.format("%.2f %%", 100 * mean)
        : Numbers.format("%.5g", mean);
  }

  private static String lift(Finding finding, ArmFinding arm) {
    Optional<Looks> looks = finding.looks().filter(each -> each.report().isPresent());
    return looks.isPresent()
        ? lift(looks.get().lift().orElseThrow(), looks.get().liftInterval())
        : lift(arm.lift());
  }

  private static String lift(TestResult lift) {
    return lift instanceof Tested tested
        ? lift(tested.estimate().orElse(0), tested.interval())
        : "not testable";
  }

  private static String lift(double estimate, Optional<ConfidenceInterval> interval) {
    return interval
        .filter(bounds -> !bounds.equals(ConfidenceInterval.UNBOUNDED))
        .map(
            i ->
                "%s (%s to %s)"
                    .formatted(
                        Numbers.lift(estimate), Numbers.lift(i.lower()), Numbers.lift(i.upper())))
        .orElse(Numbers.lift(estimate));
  }

  private static String p(Finding finding, ArmFinding arm) {
    OptionalDouble p = finding.looks().isPresent() ? Table.p(finding) : arm.adjusted();
    return p.isPresent() ? Numbers.p(p.getAsDouble()) : "";
  }
}
