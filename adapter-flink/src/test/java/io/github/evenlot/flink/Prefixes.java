package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows after the first fact of a list, after the second, and so on; never back. */
final class Prefixes {

  private final Iterator<Fact> facts;
  private final Map<UnitId, UnitLedger> ledgers = new HashMap<>();
  private final SortedMap<RowKey, ExactMoments> rows = new TreeMap<>();
  private int length;

  Prefixes(List<Fact> facts) {
    this.facts = facts.iterator();
  }

  /** Whether there is a prefix, not shorter than the last one found, with just these rows. */
  boolean reach(SortedMap<RowKey, ExactMoments> wanted) {
    while (!rows.equals(wanted)) {
      if (!facts.hasNext()) {
        return false;
      }
      add(facts.next());
    }
    return true;
  }

  private void add(Fact fact) {
    UnitLedger ledger = ledgers.computeIfAbsent(fact.unit(), any -> new UnitLedger());
    MetricRows.addTo(rows, ledger.add(fact, SampleFacts.EXPERIMENTS));
    length++;
  }

  int length() {
    return length;
  }

  /** What the store holds after a write, given what it held before. */
  static SortedMap<RowKey, ExactMoments> after(
      SortedMap<RowKey, ExactMoments> before, List<MetricRow> written) {
    SortedMap<RowKey, ExactMoments> after = new TreeMap<>(before);
    written.forEach(row -> after.put(row.key(), row.increment()));
    after.values().removeIf(ExactMoments::isZero);
    return after;
  }
}
