package io.github.evenlot.app.svg;

import java.util.List;

/**
 * What belongs together in a line plot.
 *
 * @param name for the legend; empty where it needs none, as the second of two boundaries
 * @param style how it is drawn
 * @param points in the order in which they are joined
 */
public record Series(String name, Style style, List<Point> points) {

  /** How a series is drawn; styles differ in shape, not in colour alone. */
  public enum Style {
    /** A line with dots at its points. */
    LINE("line"),
    /** A broken line without dots: boundaries, what is expected. */
    BOUNDARY("boundary"),
    /** A line with squares, beside {@link #LINE}. */
    OTHER("other"),
    /** Only the last point, marked: where a test ended. */
    MARK("mark");

    private final String css;

    Style(String css) {
      this.css = css;
    }

    String css() {
      return css;
    }
  }

  public Series {
    points = List.copyOf(points);
  }
}
