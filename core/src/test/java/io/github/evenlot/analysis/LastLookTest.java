package io.github.evenlot.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.NamedChoice;
import io.github.evenlot.sequential.Look;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An analysis of an experiment that ends before all planned units have come")
class LastLookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /** Two weeks after traffic stopped, when a conversion's window has closed for everyone. */
  private static final LocalDate CLOSED = DAY.plusDays(14);

  private final Rows rows = new Rows("checkout");
  private final Experiment running =
      Experiment.builder("checkout")
          .variant("control", 50)
          .variant("green", 50)
          .metric(MetricDefinition.conversion("purchase"))
          .plan(AnalysisPlan.ofUnits(10_000))
          .build();
  private final Experiment concluded = running.concluded(Instant.parse("2026-01-02T00:00:00Z"));

  /** 90 percent of the planned units, and how many of each arm converted up to a day. */
  private LastLookTest converted(LocalDate day, long control, long green) {
    rows.units(1, "control", DAY, 4_500).units(1, "green", DAY, 4_500);
    rows.sums(1, "control", "purchase", day, day.equals(DAY) ? 4_500 : 0, control, control);
    rows.sums(1, "green", "purchase", day, day.equals(DAY) ? 4_500 : 0, green, green);
    return this;
  }

  private AnalysisReport look(Experiment experiment, LocalDate asOf) {
    return rows.analysis().look(experiment, asOf);
  }

  private static double boundary(AnalysisReport report) {
    return report.comparisons().get(0).boundary().orElseThrow().boundary();
  }

  @Test
  @DisplayName("spends all of alpha at its only look: a fixed test, which 1.96 rejects")
  void spendsTheRest() {
    converted(DAY, 250, 296);

    AnalysisReport report = look(concluded, CLOSED);

    assertThat(report.comparisons().get(0).z().orElseThrow()).isCloseTo(2.031195, within(1e-6));
    assertThat(boundary(report)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(report.looks()).extracting(Look::alphaSpent).containsExactly(0.05);
    assertThat(report.decision().verdict()).isEqualTo(Verdict.SHIP);
  }

  @Test
  @DisplayName("waits while it runs, and while conversions may come")
  void waits() {
    converted(DAY, 250, 296);

    AnalysisReport whileRunning = look(running, DAY);
    // scipy 1.17.1: s = 4 * norm.sf(norm.isf(0.0125) / 0.9**0.5), norm.isf(s / 2)
    assertThat(boundary(whileRunning)).isCloseTo(2.093663206155804, within(1e-9));
    assertThat(whileRunning.decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);

    AnalysisReport open = look(concluded, CLOSED.minusDays(1));
    assertThat(open.looks()).isEmpty();
    assertThat(open.decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    assertThat(open.decision().explanation())
        .isEqualTo(
            "no arm has crossed its boundary, with 90 % of the planned units; no more units come,"
                + " and the last look is taken when all windows have closed");
  }

  @Test
  @DisplayName("holds late conversions of the same units against what is left of alpha by itself")
  void looksAtLateConversions() {
    converted(DAY, 250, 260);
    assertThat(look(running, DAY).decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    converted(DAY.plusDays(3), 10, 120);

    AnalysisReport late = look(running, DAY.plusDays(3));
    assertThat(late.looks()).isEmpty();
    assertThat(late.decision().explanation())
        .isEqualTo(
            "no arm has crossed its boundary, with 90 % of the planned units; no look taken:"
                + " information 0.9 is not above 0.9, and what is shown now was held against no"
                + " boundary");

    AnalysisReport last = look(concluded, CLOSED);
    // scipy 1.17.1: norm.isf((0.05 - 4 * norm.sf(norm.isf(0.0125) / 0.9**0.5)) / 2)
    assertThat(boundary(last)).isCloseTo(2.4647730145507682, within(1e-9));
    assertThat(last.looks()).extracting(Look::number).containsExactly(2);
    assertThat(last.decision().verdict()).isEqualTo(Verdict.SHIP);
  }

  @Test
  @DisplayName("has no winner once its last look rejects nothing, and takes no look after it")
  void ends() {
    converted(DAY, 250, 260);
    look(running, DAY);

    AnalysisReport last = look(concluded, CLOSED);
    AnalysisReport again = look(concluded, CLOSED.plusDays(1));

    assertThat(last.looks()).hasSize(1);
    assertThat(last.decision().verdict()).isEqualTo(Verdict.NO_WINNER);
    assertThat(last.decision().explanation())
        .isEqualTo(
            "the last look was taken with 90 % of the planned units, and no arm does better than"
                + " the control");
    assertThat(again.looks()).isEmpty();
    assertThat(again.decision()).isEqualTo(last.decision());
    assertThat(again.comparisons().get(0).lift()).isEqualTo(last.comparisons().get(0).lift());

    converted(CLOSED.plusDays(2), 0, 300);
    assertThat(look(running, CLOSED.plusDays(2)).decision().explanation())
        .endsWith(
            "; no look taken: the last look has spent all of alpha, and what is shown now was held"
                + " against no boundary");
  }

  @Test
  @DisplayName("says why it takes no look when more units are planned than at the last one")
  void sawMore() {
    converted(DAY, 250, 260);
    look(running, DAY);
    converted(DAY.plusDays(1), 1, 0);

    Experiment replanned = running.withPlan(AnalysisPlan.ofUnits(20_000));

    assertThat(look(replanned, DAY.plusDays(1)).decision().explanation())
        .contains("no look taken: information 0.45 is not above 0.9");
  }

  @Test
  @DisplayName("of several arms holds each against its share, and knows its last look again")
  void ofSeveralArms() {
    // By this spending, half of alpha at half of the information: what each of two arms has in all.
    AnalysisPlan plan =
        AnalysisPlan.ofUnits(27_000)
            .withSpending(new NamedChoice("kim-demets", Map.of("rho", 1.0)));
    Experiment three =
        Experiment.builder("checkout")
            .variant("control", 33)
            .variant("green", 33)
            .variant("blue", 33)
            .end(Instant.parse("2026-01-02T00:00:00Z"))
            .metric(MetricDefinition.conversion("purchase"))
            .plan(plan)
            .build();
    converted(DAY, 250, 260);
    rows.units(1, "blue", DAY, 4_500).sums(1, "blue", "purchase", DAY, 4_500, 270, 270);

    AnalysisReport last = look(three, CLOSED);
    AnalysisReport again = look(three, CLOSED.plusDays(1));

    assertThat(last.looks()).extracting(Look::alphaSpent).containsExactly(0.025, 0.025);
    // scipy 1.17.1: norm.isf(0.0125)
    assertThat(boundary(last)).isCloseTo(2.241402727604947, within(1e-12));
    assertThat(again.looks()).isEmpty();
    assertThat(again.decision()).isEqualTo(last.decision());
  }
}
