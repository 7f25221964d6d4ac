package io.github.evenlot.app.demo;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An archived test as an experiment of ours: equal shares, one conversion metric, judged in two
 * looks.
 *
 * @param archived the counts that have to come out again
 * @param experiment what is assigned, counted and analysed
 * @param plan how it is judged
 */
record ReplayedTest(ArchivedTest archived, Experiment experiment, AnalysisPlan plan) {

  /** Over how many days the viewers of a test come. */
  static final int DAYS = 4;

  static final String CLICK = "click";

  /**
   * @param plannedViewers at how many the information fraction is 1
   */
  static ReplayedTest of(ArchivedTest archived, long plannedViewers) {
    int arms = archived.arms().size();
    AnalysisPlan plan = AnalysisPlan.ofUnits(plannedViewers);
    Experiment.Builder builder =
        Experiment.builder("upworthy-" + archived.id())
            .start(midnight(archived.week()))
            .metric(MetricDefinition.conversion(CLICK).withWindow(Duration.ofDays(1)))
            .plan(plan);
    for (int arm = 0; arm < arms; arm++) {
      Variant variant = Variant.of(variantId(arm)).withName(archived.arms().get(arm).headline());
      builder.variant(variant, new Weight(variant.id(), Weight.WHOLE / arms));
    }
    return new ReplayedTest(archived, builder.build(), plan);
  }

  static String variantId(int arm) {
    return "arm-" + (arm + 1);
  }

  Instant start() {
    return midnight(archived.week());
  }

  /** The day of the first look: half of the viewers have come. */
  LocalDate firstLook() {
    return archived.week().plusDays(DAYS / 2 - 1);
  }

  /** The day of the last look: all viewers have come, and clicked if they ever do. */
  LocalDate lastLook() {
    return archived.week().plusDays(DAYS);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
