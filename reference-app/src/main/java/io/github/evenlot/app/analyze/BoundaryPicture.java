package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Axis;
import io.github.evenlot.app.svg.LinePlot;
import io.github.evenlot.app.svg.Point;
import io.github.evenlot.app.svg.Series;
import io.github.evenlot.app.svg.Series.Style;
import io.github.evenlot.sequential.LookBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The statistic of every look, and the boundaries that it is held against. */
final class BoundaryPicture {

  private static final double LEAST_HEIGHT = 4;
  private static final double MOST_HEIGHT = 40;
  private static final double ONE_LOOK = 1.96;

  private final Finding finding;
  private final Looks looks;
  private final double height;

  private BoundaryPicture(Finding finding, Looks looks) {
    this.finding = finding;
    this.looks = looks;
    double most = looks.taken().stream().mapToDouble(each -> Math.abs(each.z())).max().orElse(0);
    this.height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, Math.ceil(most) + 1));
  }

  static String svg(Finding finding, Looks looks) {
    BoundaryPicture picture = new BoundaryPicture(finding, looks);
    return new LinePlot(
            Pictures.title(finding.study()),
            finding.explanation(),
            Axis.of("information in percent", 0, 100),
            Axis.of("z of treatment against control", -picture.height, picture.height),
            picture.series())
        .svg();
  }

  private List<Series> series() {
    List<LookBoundary> boundaries = LookByLook.DESIGN.boundaries(looks.information());
    List<Series> series = new ArrayList<>();
    series.add(new Series("boundary of the design", Style.BOUNDARY, boundary(boundaries, 1)));
    series.add(new Series("", Style.BOUNDARY, boundary(boundaries, -1)));
    series.add(new Series("p = 0.05 of a single look", Style.OTHER, constant(ONE_LOOK)));
    series.add(new Series("", Style.OTHER, constant(-ONE_LOOK)));
    series.add(
        new Series("z", Style.LINE, looks.taken().stream().map(BoundaryPicture::point).toList()));
    if (looks.rejects()) {
      series.add(
          new Series(
              "rejected", Style.MARK, looks.last().map(BoundaryPicture::point).stream().toList()));
    }
    return series;
  }

  /** As far as it fits into the picture: the first boundaries are beyond all reach. */
  private List<Point> boundary(List<LookBoundary> boundaries, int sign) {
    return IntStream.range(0, boundaries.size())
        .filter(i -> boundaries.get(i).boundary() <= height)
        .mapToObj(
            i ->
                Point.of(
                    100 * boundaries.get(i).information(), sign * boundaries.get(i).boundary()))
        .toList();
  }

  private static List<Point> constant(double z) {
    return List.of(Point.of(0, z), Point.of(100, z));
  }

  private static Point point(InterimLook look) {
    return Point.of(100 * look.information(), look.z());
  }
}
