package io.github.evenlot.app.cli;

import io.github.evenlot.app.svg.Axis;
import io.github.evenlot.app.svg.LinePlot;
import io.github.evenlot.app.svg.Point;
import io.github.evenlot.app.svg.Series;
import io.github.evenlot.app.svg.Sheet;
import io.github.evenlot.simulation.Rate;
import io.github.evenlot.simulation.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rejection rate with bars of two standard errors, and alpha beside it. */
final class SimulationPlot {

  private static final double ERRORS = 2;
  private static final double MARGIN = 1.1;

  /** At the right end, for the label below the last point. */
  private static final double ROOM = 0.05;

  private SimulationPlot() {}

  /**
   * By effect where there are several, else by look.
   *
   * @param results by their effects
   */
  static String svg(SimulatedExperiment experiment, Map<Double, SimulationResult> results) {
    List<Point> points =
        results.size() > 1
            ? byEffect(results)
            : byLook(experiment.users(), results.values().iterator().next());
    String along = results.size() > 1 ? "effect" : "users of the control at the look";
    return Sheet.standalone(plot(experiment, along, points).svg());
  }

  private static LinePlot plot(SimulatedExperiment experiment, String along, List<Point> points) {
    double top = points.stream().mapToDouble(Point::high).reduce(experiment.alpha(), Math::max);
    double from = Math.min(0, points.get(0).x());
    double to = points.get(points.size() - 1).x();
    Axis x = Axis.of(along, from, to + ROOM * (to - from));
    List<Point> alpha =
        List.of(Point.of(x.from(), experiment.alpha()), Point.of(x.to(), experiment.alpha()));
    return new LinePlot(
        "Rejections by " + experiment.method(),
        "The share of simulated experiments that rejected, by " + along + ", beside alpha.",
        x,
        Axis.of("share that rejected", 0, Math.min(1, MARGIN * top)),
        List.of(
            new Series("rejected", Series.Style.LINE, points),
            new Series("alpha", Series.Style.BOUNDARY, alpha)));
  }

  private static List<Point> byEffect(Map<Double, SimulationResult> results) {
    return new TreeMap<>(results)
        .entrySet().stream().map(each -> point(each.getKey(), each.getValue().rejected())).toList();
  }

  private static List<Point> byLook(long users, SimulationResult result) {
    List<Point> points = new ArrayList<>();
    for (Rate rate : result.rejectedByLook()) {
      points.add(point((points.size() + 1.0) * users, rate));
    }
    return points;
  }

  private static Point point(double x, Rate rate) {
    double bar = ERRORS * rate.standardError();
    return new Point(x, rate.value(), rate.value() - bar, rate.value() + bar);
  }
}
