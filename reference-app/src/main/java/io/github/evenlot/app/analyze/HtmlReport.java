package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Element;
import io.github.evenlot.app.svg.Sheet;
import java.util.Comparator;
import java.util.List;

/**
 * A report as one page that needs nothing else: no script, no font, no picture from elsewhere. For
 * wide and narrow screens, light and dark, and paper.
 */
final class HtmlReport {

  /** Beyond this a page of pictures is too long to be looked at. */
  private static final int PICTURES = 60;

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      """;

  private final Summary summary;
  private final List<Outcome> outcomes;

  private HtmlReport(List<Outcome> outcomes) {
    this.summary = Summary.of(outcomes);
    this.outcomes = outcomes;
  }

  static String of(String title, List<Outcome> outcomes) {
    HtmlReport report = new HtmlReport(outcomes);
    return HEAD
        + Element.of("title").text(title)
        + Element.of("style").markup(HtmlStyle.CSS + Sheet.CSS)
        + "</head>\n"
        + report.body(title)
        + "</html>\n";
  }

  private Element body(String title) {
    Element body = Element.of("body");
    body.add(
        Element.of("header")
            .add(Element.of("h1").text(title))
            .add(
                Element.of("p")
                    .text("Analysed by Evenlot. A study is an experiment by a metric.")));
    Element main = Element.of("main").add(sections());
    Pictures.ofAll(summary).forEach(svg -> main.add(figure(svg)));
    return body.add(main.add(errors()).add(studies()).add(all()));
  }

  private Element sections() {
    Element cards = Element.of("div").with("class", "cards");
    for (Section section : summary.sections()) {
      cards.add(
          Element.of("section")
              .add(Element.of("h2").text(section.title()))
              .add(HtmlTable.of(section.header(), section.rows())));
    }
    return cards;
  }

  private Element errors() {
    List<List<String>> rows =
        outcomes.stream()
            .filter(Failure.class::isInstance)
            .map(Failure.class::cast)
            .map(failure -> List.of(failure.experiment(), failure.reason()))
            .toList();
    Element section = Element.of("section");
    return rows.isEmpty()
        ? section
        : section
            .add(Element.of("h2").text("Errors in the files"))
            .add(HtmlTable.of(List.of("experiment", "error"), rows));
  }

  private Element studies() {
    List<Finding> shown =
        summary.findings().stream()
            .sorted(Comparator.comparingDouble(each -> Table.p(each).orElse(2)))
            .sorted(
                Comparator.comparing(each -> each.verdict().compareTo(Verdict.CONTROL_BEST) > 0))
            .limit(PICTURES)
            .toList();
    Element section = Element.of("section").add(Element.of("h2").text("Studies"));
    if (shown.size() < summary.findings().size()) {
      section.add(
          Element.of("p")
              .text(
                  "The %d of %s that say most, by their p-value; all are in the table below."
                      .formatted(shown.size(), Numbers.count(summary.findings().size()))));
    }
    shown.forEach(finding -> section.add(HtmlStudy.of(finding)));
    return section;
  }

  private Element all() {
    List<List<String>> rows = summary.findings().stream().map(Table::cells).toList();
    return Element.of("details")
        .add(Element.of("summary").text("All " + Numbers.count(rows.size()) + " studies"))
        .add(HtmlTable.of(Table.HEADER, rows));
  }

  static Element figure(String svg) {
    return Element.of("figure").markup(svg);
  }
}
