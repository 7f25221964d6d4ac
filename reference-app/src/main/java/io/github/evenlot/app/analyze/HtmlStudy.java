package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Element;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;

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
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < finding.study().arms().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(finding.study().arms().get(i).label());
      row.add(Numbers.count(finding.study().end().units().get(i)));
      row.add(mean(finding.study(), i));
      row.add(i == 0 ? "control" : lift(finding.arms().get(i - 1).lift()));
      row.add(i == 0 ? "" : p(finding.arms().get(i - 1)));
      rows.add(row);
    }
    return rows;
  }

  private static String mean(Study study, int arm) {
    List<Moments> moments = study.end().moments();
    if (moments.isEmpty()) {
      return "";
    }
    double mean = moments.get(arm).mean();
    return study.conversions()
        ? Numbers.format("%.2f %%", 100 * mean)
        : Numbers.format("%.5g", mean);
  }

  private static String lift(TestResult lift) {
    if (!(lift instanceof Tested tested)) {
      return "not testable";
    }
    String estimate = Numbers.lift(tested.estimate().orElse(0));
    return tested
        .interval()
        .filter(interval -> !interval.equals(ConfidenceInterval.UNBOUNDED))
        .map(
            i ->
                "%s (%s to %s)"
                    .formatted(estimate, Numbers.lift(i.lower()), Numbers.lift(i.upper())))
        .orElse(estimate);
  }

  private static String p(ArmFinding arm) {
    return arm.adjusted().isPresent() ? Numbers.p(arm.adjusted().getAsDouble()) : "";
  }
}
