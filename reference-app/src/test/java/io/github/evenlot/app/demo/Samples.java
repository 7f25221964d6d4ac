package io.github.evenlot.app.demo;

import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replayed tests, and counts of them. */
final class Samples {

  static final List<ArchivedTest> ARCHIVE = UpworthyArchive.read();

  private static final LocalDate WEEK = LocalDate.parse("2014-03-03");

  private Samples() {}

  static ArchivedTest.Arm arm(String headline, long viewers, long clicks) {
    return new ArchivedTest.Arm(headline, viewers, clicks);
  }

  /** A test of which all planned viewers have come. */
  static ReplayedTest test(ArchivedTest.Arm... arms) {
    ArchivedTest archived = new ArchivedTest("sample", WEEK, List.of(arms));
    return ReplayedTest.of(archived, archived.viewers());
  }

  /** Stores what a job would, had every viewer come and clicked on the first day. */
  static void store(MetricRowStore store, RowOrigin origin, ReplayedTest test) {
    List<MetricRow> rows = new ArrayList<>();
    for (int arm = 0; arm < test.archived().arms().size(); arm++) {
      ArchivedTest.Arm counted = test.archived().arms().get(arm);
      rows.add(row(test, arm, RowKey.EXPOSURES, ExactMoments.ofCount(counted.viewers())));
      rows.add(row(test, arm, ReplayedTest.CLICK, clicks(counted)));
    }
    store.upsert(origin, new Fence(1, 0), rows);
  }

  private static MetricRow row(ReplayedTest test, int arm, String metric, ExactMoments moments) {
    LocalDate day = test.archived().week();
    String variant = ReplayedTest.variantId(arm);
    return new MetricRow(
        new RowKey(test.experiment().key(), 1, variant, metric, day, day), moments);
  }

  private static ExactMoments clicks(ArchivedTest.Arm arm) {
    BigDecimal clicks = BigDecimal.valueOf(arm.clicks());
    BigDecimal none = BigDecimal.ZERO;
    return ExactMoments.of(arm.viewers(), clicks, clicks, none, none, none, none, none, none);
  }

  /** What the facts add up to in a single process: one ledger for each unit. */
  static List<MetricRow> folded(List<ReplayedTest> tests, List<Fact> facts) {
    Experiments experiments = Experiments.of(tests.stream().map(ReplayedTest::experiment).toList());
    Map<UnitId, UnitLedger> ledgers = new HashMap<>();
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    for (Fact fact : facts) {
      UnitLedger ledger = ledgers.computeIfAbsent(fact.unit(), any -> new UnitLedger());
      MetricRows.addTo(rows, ledger.add(fact, experiments));
    }
    return rows.entrySet().stream()
        .map(row -> new MetricRow(row.getKey(), row.getValue()))
        .toList();
  }
}
