package io.github.evenlot.app.demo;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Whether archive, stream and batch agree: the counts of every arm to the unit, and every row of
 * the stream with that of the batch, bit for bit.
 *
 * @param arms how many arms were compared
 * @param rows how many rows the batch job has
 * @param differences one sentence for each difference; empty when all is well
 */
record Reconciliation(int arms, int rows, List<String> differences) {

  Reconciliation {
    differences = List.copyOf(differences);
  }

  static Reconciliation of(List<ReplayedTest> tests, MetricRowStore store) {
    List<String> differences = new ArrayList<>();
    int arms = 0;
    int rows = 0;
    for (ReplayedTest test : tests) {
      List<MetricRow> stream = store.find(RowOrigin.STREAM, test.experiment().key());
      List<MetricRow> batch = store.find(RowOrigin.BATCH, test.experiment().key());
      for (int arm = 0; arm < test.archived().arms().size(); arm++) {
        compareArm(test, arm, stream, batch, differences);
      }
      compareRows(stream, batch, differences);
      arms += test.archived().arms().size();
      rows += batch.size();
    }
    return new Reconciliation(arms, rows, differences);
  }

  boolean agrees() {
    return differences.isEmpty();
  }

  private static void compareArm(
      ReplayedTest test,
      int arm,
      List<MetricRow> stream,
      List<MetricRow> batch,
      List<String> differences) {
    ArchivedTest.Arm archived = test.archived().arms().get(arm);
    ArmCount fromArchive = new ArmCount(archived.viewers(), archived.clicks());
    ArmCount fromStream = count(stream, ReplayedTest.variantId(arm), test.lastLook());
    ArmCount fromBatch = count(batch, ReplayedTest.variantId(arm), test.lastLook());
    if (!fromArchive.equals(fromStream) || !fromArchive.equals(fromBatch)) {
      differences.add(
          "%s %s: archive %s, stream %s, batch %s"
              .formatted(
                  test.experiment().key(),
                  ReplayedTest.variantId(arm),
                  fromArchive,
                  fromStream,
                  fromBatch));
    }
  }

  private static ArmCount count(List<MetricRow> rows, String variant, LocalDate day) {
    ExactMoments exposed =
        MetricRows.asOf(rows, RowKey.EXPOSURES, day).getOrDefault(variant, ExactMoments.ZERO);
    ExactMoments clicked =
        MetricRows.asOf(rows, ReplayedTest.CLICK, day).getOrDefault(variant, ExactMoments.ZERO);
    return new ArmCount(exposed.n(), clicked.sumY().longValueExact());
  }

  private static void compareRows(
      List<MetricRow> stream, List<MetricRow> batch, List<String> differences) {
    SortedMap<RowKey, ExactMoments> streamed = MetricRows.byKey(stream);
    Map<RowKey, ExactMoments> apart = MetricRows.difference(MetricRows.byKey(batch), streamed);
    apart.forEach(
        (key, by) -> {
          if (!by.isZero()) {
            differences.add("%s: batch less stream is %s".formatted(key, by));
          }
        });
  }
}
