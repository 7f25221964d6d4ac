package io.github.evenlot.app.analyze;

import io.github.evenlot.app.svg.Axis;
import io.github.evenlot.app.svg.ForestPlot;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.Tested;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The lifts of the arms of a study relative to the first. */
final class LiftPicture {

  /** An interval much wider than all estimates would squeeze them. */
  private static final double WIDEST = 3;

  private static final double LEAST = 5;

  private LiftPicture() {}

  /** The picture; none where no lift can be told. */
  static Optional<String> svg(Finding finding) {
    List<ForestPlot.Row> rows = finding.arms().stream().flatMap(LiftPicture::row).toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Arm control = finding.study().arms().get(0);
    return Optional.of(
        new ForestPlot(
                Pictures.title(finding.study()),
                "Lifts relative to %s. %s".formatted(control.label(), finding.explanation()),
                axis(rows),
                0,
                rows)
            .svg());
  }

  private static Stream<ForestPlot.Row> row(ArmFinding arm) {
    if (!(arm.lift() instanceof Tested lift)) {
      return Stream.empty();
    }
    ConfidenceInterval interval = lift.interval().orElse(ConfidenceInterval.UNBOUNDED);
    return Stream.of(
        new ForestPlot.Row(
            arm.arm().label(),
            100 * lift.estimate().orElse(0),
            100 * interval.lower(),
            100 * interval.upper(),
            Judgement.differs(arm)));
  }

  private static Axis axis(List<ForestPlot.Row> rows) {
    double most =
        Math.max(
            LEAST, WIDEST * rows.stream().mapToDouble(r -> Math.abs(r.estimate())).max().orElse(0));
    double from = rows.stream().flatMapToDouble(LiftPicture::ends).min().orElse(0);
    double to = rows.stream().flatMapToDouble(LiftPicture::ends).max().orElse(0);
    return Axis.of(
        "lift in percent, with its 95 percent interval",
        Math.max(from, -most) - LEAST / 5,
        Math.min(to, most) + LEAST / 5);
  }

  private static DoubleStream ends(ForestPlot.Row row) {
    return DoubleStream.of(0, row.estimate(), row.lower(), row.upper());
  }
}
