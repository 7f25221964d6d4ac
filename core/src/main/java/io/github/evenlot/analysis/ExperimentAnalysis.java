package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.port.LookJournal;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.sequential.Look;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Analyses experiments: reads the rows and the past looks, computes the report, and records the
 * looks it took before it hands the report out, so that no one can look without having looked.
 */
public final class ExperimentAnalysis {

  private final MetricRowStore rows;
  private final RowOrigin origin;
  private final LookJournal journal;
  private final Clock clock;

  /**
   * @param rows where the counts are
   * @param origin whose counts to take
   * @param journal where looks are recorded
   * @param clock says when a look is taken
   */
  public ExperimentAnalysis(
      MetricRowStore rows, RowOrigin origin, LookJournal journal, Clock clock) {
    this.rows = Objects.requireNonNull(rows, "rows");
    this.origin = Objects.requireNonNull(origin, "origin");
    this.journal = Objects.requireNonNull(journal, "journal");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Takes a look at the facts up to the end of a day. Where nothing has come since the last look,
   * and where the experiment is broken, no look is taken and no alpha spent.
   *
   * <p>Once the experiment's {@link Experiment#end} and then the longest window of its metrics have
   * passed, the look is the last and spends all that is left of alpha, whatever came of the planned
   * units. That keeps alpha only if the end was not chosen by results.
   *
   * @throws IllegalArgumentException if the experiment can't be analysed: it has no plan, no
   *     primary metric or fewer than two arms, or its plan names a method, a spending function or
   *     an adjustment that there is not; if the day is before that of the last look; or if the arms
   *     or how alpha is spent have changed since the first look
   * @throws IllegalStateException if someone else recorded a look in the meantime; ask again then
   */
  public AnalysisReport look(Experiment experiment, LocalDate asOf) {
    List<Look> past = journal.find(experiment.key());
    AnalysisReport report =
        Analyst.of(experiment, asOf, past)
            .report(rows.find(origin, experiment.key()), clock.instant());
    journal.append(report.looks());
    return report;
  }
}
