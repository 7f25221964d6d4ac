package io.github.evenlot.app.svg;

import java.util.List;

/**
 * Estimates with their intervals, one below the other, beside the value that means no effect.
 *
 * @param title one line, above the plot
 * @param description what it shows, in a sentence, for those who do not see it
 * @param x the axis of the estimates
 * @param none the value that means no effect
 * @param rows from the top down
 */
public record ForestPlot(String title, String description, Axis x, double none, List<Row> rows) {

  /**
   * One estimate. Where its interval goes beyond the axis, an arrow says so.
   *
   * @param label whose it is
   * @param estimate in units of the axis
   * @param lower the lower end of its interval
   * @param upper the upper end of its interval
   * @param strong whether it is to stand out
   */
  public record Row(String label, double estimate, double lower, double upper, boolean strong) {}

  private static final double WIDTH = 640;
  private static final double LEFT = 300;
  private static final double RIGHT = 620;
  private static final double TOP = 36;
  private static final double STEP = 26;
  private static final double FOOT = 52;
  private static final double SQUARE = 8;
  private static final double ARROW = 6;
  private static final int LONGEST = 37;

  public ForestPlot {
    rows = List.copyOf(rows);
  }

  /** The picture, to stand in a page that has the style of {@link Sheet#CSS}. */
  public String svg() {
    Element svg = Sheet.of(title, description, WIDTH, bottom() + FOOT);
    svg.add(Sheet.text(8, 20, "start", title).with("font-weight", "600"));
    along(svg);
    for (int i = 0; i < rows.size(); i++) {
      draw(svg, rows.get(i), TOP + STEP * (i + 0.5));
    }
    return svg.toString();
  }

  private double bottom() {
    return TOP + STEP * rows.size();
  }

  private void along(Element svg) {
    for (Tick tick : x.ticks()) {
      if (x.contains(tick.value())) {
        double at = x(tick.value());
        svg.add(Sheet.line("grid", at, TOP, at, bottom()));
        svg.add(Sheet.text(at, bottom() + 18, "middle", tick.label()).with("class", "quiet"));
      }
    }
    if (x.contains(none)) {
      svg.add(Sheet.line("null", x(none), TOP, x(none), bottom()));
    }
    svg.add(Sheet.text((LEFT + RIGHT) / 2, bottom() + 40, "middle", x.label()));
  }

  private void draw(Element svg, Row row, double y) {
    String css = row.strong() ? "line strong" : "line";
    svg.add(
        Sheet.text(8, y + 4, "start", shortened(row.label()))
            .add(Element.of("title").text(row.label())));
    svg.add(Sheet.line(css, x(row.lower()), y, x(row.upper()), y));
    if (row.lower() < x.from()) {
      svg.add(arrow(css, LEFT, LEFT + ARROW, y));
    }
    if (row.upper() > x.to()) {
      svg.add(arrow(css, RIGHT, RIGHT - ARROW, y));
    }
    if (x.contains(row.estimate())) {
      svg.add(Sheet.square(row.strong() ? "strong-dot" : "line-dot", x(row.estimate()), y, SQUARE));
    }
  }

  private static Element arrow(String css, double tip, double base, double y) {
    return Element.of("polyline")
        .with("class", css)
        .with(
            "points",
            "%s,%s %s,%s %s,%s"
                .formatted(
                    Element.pixels(base),
                    Element.pixels(y - ARROW / 1.5),
                    Element.pixels(tip),
                    Element.pixels(y),
                    Element.pixels(base),
                    Element.pixels(y + ARROW / 1.5)));
  }

  private static String shortened(String label) {
    return label.codePointCount(0, label.length()) <= LONGEST
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private double x(double value) {
    return LEFT + x.share(value) * (RIGHT - LEFT);
  }
}
