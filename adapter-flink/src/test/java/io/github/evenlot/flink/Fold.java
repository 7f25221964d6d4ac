package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows as one thread finds them that sees each unit's facts at once. */
final class Fold {

  private Fold() {}

  static SortedMap<RowKey, ExactMoments> rows(
      Collection<? extends Fact> facts, Experiments experiments) {
    Map<UnitId, UnitLedger> ledgers = new HashMap<>();
    facts.forEach(fact -> ledgers.computeIfAbsent(fact.unit(), any -> new UnitLedger()).put(fact));
    SortedMap<RowKey, ExactMoments> rows = new TreeMap<>();
    ledgers.values().forEach(unit -> MetricRows.addTo(rows, unit.rows(experiments.all())));
    return rows;
  }

  /** Rows by key, without those that have become zero. */
  static SortedMap<RowKey, ExactMoments> map(Collection<MetricRow> rows) {
    SortedMap<RowKey, ExactMoments> map = new TreeMap<>();
    rows.stream()
        .filter(row -> !row.increment().isZero())
        .forEach(row -> map.put(row.key(), row.increment()));
    return map;
  }
}
