package io.github.evenlot.app.analyze;

import java.io.PrintStream;
import java.util.List;

/** The summary for people with a terminal. */
final class SummaryText implements Presentation {

  private static final int FIRST = 36;
  private static final int OTHERS = 11;

  @Override
  public void print(List<Outcome> outcomes, PrintStream out) {
    Summary.of(outcomes).sections().forEach(section -> print(section, out));
  }

  private static void print(Section section, PrintStream out) {
    out.println(section.title());
    out.println(row(section.header()));
    section.rows().forEach(row -> out.println(row(row)));
    out.println();
  }

  private static String row(List<String> cells) {
    StringBuilder row = new StringBuilder("  ");
    int first = FIRST - Math.max(0, cells.size() - 4) * OTHERS;
    row.append(TerminalText.fitted(TerminalText.safe(cells.get(0)), first));
    cells.stream().skip(1).forEach(each -> row.append(("%" + OTHERS + "s").formatted(each)));
    return row.toString();
  }
}
