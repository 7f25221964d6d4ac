package io.github.evenlot.jdbc;

import static io.github.evenlot.port.RowOrigin.BATCH;
import static io.github.evenlot.port.RowOrigin.STREAM;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.statistics.ExactMoments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The example of {@code docs/reference/database.md}, from its facts. */
final class CheckoutExample {

  private static final Experiment CHECKOUT =
      Experiment.builder("checkout")
          .variant("control", 50)
          .variant("green", 50)
          .metric(MetricDefinition.of("revenue", Kind.REVENUE))
          .build();

  private static final List<List<Fact>> FACTS_BY_UNIT =
      List.of(
          List.of(saw("dee", "control", 1), paid("dee", "20.00", 1), paid("dee", "5.50", 3)),
          List.of(saw("gus", "control", 1)),
          List.of(saw("ivy", "control", 1), paid("ivy", "7.00", 1), saw("ivy", "green", 3)),
          List.of(saw("kim", "control", 2), paid("kim", "10.00", 2)),
          List.of(saw("ann", "green", 1), paid("ann", "30.25", 2)),
          List.of(saw("bob", "green", 2), paid("bob", "12.00", 2), paid("bob", "-12.00", 3)));

  private CheckoutExample() {}

  static void store(EvenlotJdbc evenlot) {
    evenlot.experiments().save(CHECKOUT);
    for (RowOrigin origin : List.of(STREAM, BATCH)) {
      Fence fence = new Fence(evenlot.metricRows().nextJobEpoch(origin), 0);
      evenlot.metricRows().upsert(origin, fence, rows());
    }
    evenlot.lookJournal().append(List.of(look(1)));
  }

  private static List<MetricRow> rows() {
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    for (List<Fact> facts : FACTS_BY_UNIT) {
      UnitLedger ledger = new UnitLedger();
      facts.forEach(ledger::put);
      MetricRows.addTo(rows, ledger.rows(List.of(CHECKOUT)));
    }
    return rows.entrySet().stream()
        .map(row -> new MetricRow(row.getKey(), row.getValue()))
        .toList();
  }

  static Look look(int number) {
    return new Look(
        "checkout",
        "revenue",
        "green",
        number,
        Instant.parse("2026-03-03T01:00:00Z"),
        LocalDate.parse("2026-03-02"),
        0.4,
        0.31,
        3.357,
        0.0008,
        false);
  }

  private static Fact saw(String unit, String variant, int day) {
    return new Exposure("checkout", UnitId.of(unit), variant, 1, time(day, 9));
  }

  private static Fact paid(String unit, String amount, int day) {
    String id = unit + " on day " + day;
    return MetricEvent.of(id, UnitId.of(unit), "revenue", new BigDecimal(amount), time(day, 10));
  }

  private static Instant time(int day, int hour) {
    return Instant.parse("2026-03-%02dT%02d:00:00Z".formatted(day, hour));
  }
}
