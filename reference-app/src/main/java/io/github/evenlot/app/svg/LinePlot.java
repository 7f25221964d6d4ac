package io.github.evenlot.app.svg;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines and points over two axes, with error bars and boundaries.
 *
 * @param title one line, above the plot
 * @param description what it shows, in a sentence, for those who do not see it
 * @param x the axis along
 * @param y the axis up
 * @param series drawn in this order
 */
public record LinePlot(String title, String description, Axis x, Axis y, List<Series> series) {

  private static final double WIDTH = 640;
  private static final double HEIGHT = 340;
  private static final double LEFT = 62;
  private static final double RIGHT = 622;
  private static final double TOP = 60;
  private static final double BOTTOM = 288;
  private static final double DOT = 2.4;
  private static final double SQUARE = 4.6;
  private static final double MARK = 7;

  public LinePlot {
    series = List.copyOf(series);
  }

  /** The picture, to stand in a page that has the style of {@link Sheet#CSS}. */
  public String svg() {
    Element svg = Sheet.of(title, description, WIDTH, HEIGHT);
    svg.add(Sheet.text(LEFT, 20, "start", title).with("font-weight", "600"));
    legend(svg);
    up(svg);
    along(svg);
    series.forEach(each -> draw(svg, each));
    return svg.toString();
  }

  private void legend(Element svg) {
    double left = LEFT;
    for (Series each : series) {
      if (!each.name().isEmpty()) {
        sample(svg, each.style(), left);
        svg.add(Sheet.text(left + 28, 44, "start", each.name()).with("class", "quiet"));
        left += 48 + 7 * each.name().length();
      }
    }
  }

  private static void sample(Element svg, Series.Style style, double left) {
    if (style != Series.Style.MARK) {
      svg.add(Sheet.line(style.css(), left, 40, left + 22, 40));
    }
    dot(svg, style, left + 11, 40);
  }

  private void up(Element svg) {
    for (Tick tick : y.ticks()) {
      if (y.contains(tick.value())) {
        double at = y(tick.value());
        svg.add(Sheet.line("grid", LEFT, at, RIGHT, at));
        svg.add(Sheet.text(LEFT - 8, at + 4, "end", tick.label()).with("class", "quiet"));
      }
    }
    double middle = (TOP + BOTTOM) / 2;
    svg.add(
        Sheet.text(16, middle, "middle", y.label())
            .with("transform", "rotate(-90 16 " + Element.pixels(middle) + ")"));
  }

  private void along(Element svg) {
    svg.add(Sheet.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM));
    for (Tick tick : x.ticks()) {
      if (x.contains(tick.value())) {
        double at = x(tick.value());
        svg.add(Sheet.line("axis", at, BOTTOM, at, BOTTOM + 5));
        svg.add(Sheet.text(at, BOTTOM + 19, "middle", tick.label()).with("class", "quiet"));
      }
    }
    svg.add(Sheet.text((LEFT + RIGHT) / 2, HEIGHT - 10, "middle", x.label()));
  }

  private void draw(Element svg, Series each) {
    if (each.style() != Series.Style.MARK) {
      svg.add(Element.of("polyline").with("class", each.style().css()).with("points", path(each)));
    }
    for (Point point : each.points()) {
      if (point.hasBar()) {
        double at = x(point.x());
        svg.add(Sheet.line(each.style().css(), at, y(point.low()), at, y(point.high())));
      }
      dot(svg, each.style(), x(point.x()), y(point.y()));
    }
  }

  private String path(Series each) {
    return each.points().stream()
        .map(point -> Element.pixels(x(point.x())) + "," + Element.pixels(y(point.y())))
        .collect(Collectors.joining(" "));
  }

  private static void dot(Element svg, Series.Style style, double x, double y) {
    switch (style) {
      case LINE ->
          svg.add(
              Element.of("circle")
                  .with("class", "line-dot")
                  .with("cx", x)
                  .with("cy", y)
                  .with("r", DOT));
      case OTHER -> svg.add(Sheet.square("other-dot", x, y, SQUARE));
      case MARK ->
          svg.add(
              Element.of("circle")
                  .with("class", "mark strong")
                  .with("cx", x)
                  .with("cy", y)
                  .with("r", MARK));
      case BOUNDARY -> {}
    }
  }

  private double x(double value) {
    return LEFT + x.share(value) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - y.share(value) * (BOTTOM - TOP);
  }
}
