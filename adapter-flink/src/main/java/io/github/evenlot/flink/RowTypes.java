package io.github.evenlot.flink;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Flink's types of what goes between the operators and into their state. */
final class RowTypes {

  static final TypeInformation<MetricRow> ROW =
      new ValueType<>(MetricRow.class, new MetricRowSerializer());

  static final TypeInformation<RowKey> KEY = new ValueType<>(RowKey.class, new RowKeySerializer());

  static final TypeInformation<ExactMoments> MOMENTS =
      new ValueType<>(ExactMoments.class, new ExactMomentsSerializer());

  static final TypeInformation<UnitLedger> LEDGER =
      new ValueType<>(UnitLedger.class, new UnitLedgerSerializer());

  static final TypeInformation<FencedRows> FENCED_ROWS =
      new ValueType<>(FencedRows.class, new FencedRowsSerializer());

  private RowTypes() {}
}
