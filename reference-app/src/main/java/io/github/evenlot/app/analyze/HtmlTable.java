package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Element;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table of a page; it scrolls by itself where the screen is narrower. */
final class HtmlTable {

  private static final Pattern NUMBER = Pattern.compile("([-+<\\d][-+.,\\d e%]*)?");

  private final List<String> header;
  private final List<List<String>> rows;
  private final List<Boolean> numbers;

  private HtmlTable(List<String> header, List<List<String>> rows) {
    this.header = header;
    this.rows = rows;
    numbers = IntStream.range(0, header.size()).mapToObj(this::isNumbers).toList();
  }

  static Element of(List<String> header, List<List<String>> rows) {
    HtmlTable table = new HtmlTable(header, rows);
    Element body = Element.of("tbody");
    rows.forEach(row -> body.add(table.row("td", row)));
    return Element.of("div")
        .with("class", "scroll")
        .add(Element.of("table").add(Element.of("thead").add(table.row("th", header))).add(body));
  }

  private Element row(String element, List<String> cells) {
    Element row = Element.of("tr");
    IntStream.range(0, header.size())
        .mapToObj(column -> cell(element, column, cells.get(column)))
        .forEach(row::add);
    return row;
  }

  /** Numbers stand to the right, so that their digits are below each other. */
  private Element cell(String element, int column, String text) {
    Element cell = Element.of(element).text(text);
    if (element.equals("th")) {
      cell.with("scope", "col");
    }
    return numbers.get(column) ? cell.with("class", "number") : cell;
  }

  /** The first column names what its row is about, also where all names are digits. */
  private boolean isNumbers(int column) {
    return column > 0 && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }
}
