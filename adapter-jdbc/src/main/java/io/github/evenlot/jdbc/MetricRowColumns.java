package io.github.evenlot.jdbc;

import static io.github.evenlot.jdbc.jooq.Tables.METRIC_ROW;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which column of {@code metric_row} holds which part of a row. */
final class MetricRowColumns {

  /**
   * A column that differs from row to row.
   *
   * @param field the column
   * @param value what goes there
   */
  record Column<T>(TableField<Record, T> field, Function<MetricRow, T> value) {

    /** All rows' values of this column, as one parameter. */
    Field<?> array(List<MetricRow> rows) {
      return DSL.val(rows.stream().map(value).toArray(), field.getDataType().getArrayDataType());
    }
  }

  /** What a row is about; with the origin, the primary key. */
  static final List<Column<?>> KEY =
      List.of(
          key(METRIC_ROW.EXPERIMENT, RowKey::experiment),
          key(METRIC_ROW.EPOCH, RowKey::epoch),
          key(METRIC_ROW.VARIANT, RowKey::variant),
          key(METRIC_ROW.METRIC, RowKey::metric),
          key(METRIC_ROW.EXPOSURE_DAY, RowKey::exposureDay),
          key(METRIC_ROW.EVENT_DAY, RowKey::eventDay));

  /** The row's value. */
  static final List<Column<?>> INCREMENT =
      List.of(
          sum(METRIC_ROW.N, ExactMoments::n),
          sum(METRIC_ROW.SUM_Y, ExactMoments::sumY),
          sum(METRIC_ROW.SUM_YY, ExactMoments::sumYy),
          sum(METRIC_ROW.SUM_X, ExactMoments::sumX),
          sum(METRIC_ROW.SUM_XX, ExactMoments::sumXx),
          sum(METRIC_ROW.SUM_XY, ExactMoments::sumXy),
          sum(METRIC_ROW.SUM_C, ExactMoments::sumC),
          sum(METRIC_ROW.SUM_CC, ExactMoments::sumCc),
          sum(METRIC_ROW.SUM_YC, ExactMoments::sumYc));

  private MetricRowColumns() {}

  private static <T> Column<T> key(TableField<Record, T> field, Function<RowKey, T> part) {
    return new Column<>(field, part.compose(MetricRow::key));
  }

  private static <T> Column<T> sum(TableField<Record, T> field, Function<ExactMoments, T> part) {
    return new Column<>(field, part.compose(MetricRow::increment));
  }

  static MetricRow row(Record record) {
    return new MetricRow(rowKey(record), increment(record));
  }

  private static RowKey rowKey(Record record) {
    return new RowKey(
        record.get(METRIC_ROW.EXPERIMENT),
        record.get(METRIC_ROW.EPOCH),
        record.get(METRIC_ROW.VARIANT),
        record.get(METRIC_ROW.METRIC),
        record.get(METRIC_ROW.EXPOSURE_DAY),
        record.get(METRIC_ROW.EVENT_DAY));
  }

  private static ExactMoments increment(Record record) {
    return ExactMoments.of(
        record.get(METRIC_ROW.N),
        record.get(METRIC_ROW.SUM_Y),
        record.get(METRIC_ROW.SUM_YY),
        record.get(METRIC_ROW.SUM_X),
        record.get(METRIC_ROW.SUM_XX),
        record.get(METRIC_ROW.SUM_XY),
        record.get(METRIC_ROW.SUM_C),
        record.get(METRIC_ROW.SUM_CC),
        record.get(METRIC_ROW.SUM_YC));
  }
}
