package io.github.evenlot.app.svg;

/**
 * A point of a line plot. Whatever is beyond the plot's axes is drawn on their ends.
 *
 * @param x along
 * @param y up
 * @param low the lower end of its error bar; {@code y} where there is none
 * @param high the upper end of its error bar
 */
public record Point(double x, double y, double low, double high) {

  /** Without an error bar. */
  public static Point of(double x, double y) {
    return new Point(x, y, y, y);
  }

  boolean hasBar() {
    return low < high;
  }
}
