package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Axis;
import io.github.evenlot.app.svg.LinePlot;
import io.github.evenlot.app.svg.Point;
import io.github.evenlot.app.svg.Series;
import io.github.evenlot.app.svg.Series.Style;
import io.github.evenlot.app.svg.Tick;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Pictures of studies and of whole archives. */
final class Pictures {

  private static final int MONTHS_PER_TICK = 6;
  private static final int GRID = 50;

  private Pictures() {}

  /** One picture: of the only study there is, else of all. */
  static Optional<String> of(Summary summary) {
    return summary.findings().size() == 1
        ? ofStudy(summary.findings().get(0))
        : ofAll(summary).stream().findFirst();
  }

  /** Of one study: its looks and boundaries, or the lifts of its arms. */
  static Optional<String> ofStudy(Finding finding) {
    return finding
        .looks()
        .filter(looks -> !looks.taken().isEmpty())
        .map(looks -> BoundaryPicture.svg(finding, looks))
        .or(() -> LiftPicture.svg(finding));
  }

  /** Of an archive: what there is to see over time. */
  static List<String> ofAll(Summary summary) {
    List<String> all = new ArrayList<>();
    if (summary.months().size() > 1) {
      all.add(months(summary.months()));
    }
    List<Looks> looks = summary.looks();
    if (!looks.isEmpty()) {
      all.add(claims(looks));
    }
    return all;
  }

  static String title(Study study) {
    String metric = study.metric().isEmpty() ? "" : ", metric " + study.metric();
    return study.name() + metric;
  }

  private static String months(Map<YearMonth, List<Finding>> months) {
    List<YearMonth> names = List.copyOf(months.keySet());
    List<List<Finding>> findings = List.copyOf(months.values());
    List<Point> shares =
        IntStream.range(0, names.size())
            .mapToObj(
                i -> Point.of(i, 100.0 * Summary.broken(findings.get(i)) / findings.get(i).size()))
            .toList();
    List<Tick> ticks =
        IntStream.range(0, names.size())
            .filter(i -> i % MONTHS_PER_TICK == 0)
            .mapToObj(i -> new Tick(i, names.get(i).toString()))
            .toList();
    return new LinePlot(
            "Experiments with a broken randomisation",
            "The share of experiments whose arms have not the units that they should have, by the"
                + " month in which they began.",
            new Axis("month", 0, names.size() - 1, ticks),
            Axis.of("percent of the month's experiments", 0, 100),
            List.of(new Series("", Style.LINE, shares)))
        .svg();
  }

  private static String claims(List<Looks> looks) {
    long atTheEnd = looks.stream().filter(Looks::differsAtTheEnd).count();
    return new LinePlot(
            "Studies that claim a difference, while their data come in",
            "How many of %d studies have claimed a difference by then: who stops at the first p below 0.05 claims the most."
                .formatted(looks.size()),
            Axis.of("information in percent", 0, 100),
            Axis.of("studies", 0, looks.size()),
            List.of(
                new Series("stopping at p < 0.05", Style.OTHER, course(looks, Looks::naiveLook)),
                new Series(
                    "sequential design",
                    Style.LINE,
                    course(looks, each -> each.last().filter(last -> each.rejects()))),
                new Series(
                    "one test at the end",
                    Style.BOUNDARY,
                    List.of(Point.of(0, atTheEnd), Point.of(100, atTheEnd)))))
        .svg();
  }

  /** How many studies have claimed by each share of the information. */
  private static List<Point> course(
      List<Looks> looks, Function<Looks, Optional<InterimLook>> claim) {
    List<Double> claims =
        looks.stream().map(claim).flatMap(Optional::stream).map(InterimLook::information).toList();
    return IntStream.rangeClosed(0, GRID)
        .mapToObj(
            i ->
                Point.of(
                    100.0 * i / GRID,
                    claims.stream().filter(each -> each <= (double) i / GRID).count()))
        .toList();
  }
}
