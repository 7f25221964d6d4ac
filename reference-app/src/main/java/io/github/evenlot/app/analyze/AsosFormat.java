package io.github.evenlot.app.analyze;

import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ASOS Digital Experiments Dataset: a line for each checkpoint of a control and a treatment,
 * with counts, means and variances since the start.
 *
 * <p>It does not tell the shares that were planned. Metric 1 is of zeros and ones, but its means do
 * not give back whole numbers of conversions, so it is tested by its mean like the others.
 */
final class AsosFormat implements ArchiveFormat {

  @Override
  public List<String> columns() {
    return List.of(
        "experiment_id",
        "variant_id",
        "metric_id",
        "time_since_start",
        "count_c",
        "count_t",
        "mean_c",
        "mean_t",
        "variance_c",
        "variance_t");
  }

  @Override
  public StudyKey key(Row row) {
    return new StudyKey(row.peek("experiment_id"), row.peek("variant_id"), row.peek("metric_id"));
  }

  @Override
  public Study study(StudyKey key, List<Row> rows) {
    return new Study(
        key,
        Optional.empty(),
        false,
        List.of(
            new Arm("control", "control"),
            new Arm(key.treatment(), "treatment " + key.treatment())),
        Study.equalShares(2),
        false,
        checkpoints(rows));
  }

  private static List<Checkpoint> checkpoints(List<Row> rows) {
    List<Checkpoint> checkpoints = new ArrayList<>();
    double before = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      double day = row.decimal("time_since_start").doubleValue();
      if (!(day > before)) {
        throw row.wrong(
            "time_since_start %s is not above %s, that of the line before".formatted(day, before));
      }
      checkpoints.add(checkpoint(day, row));
      before = day;
    }
    return checkpoints;
  }

  private static Checkpoint checkpoint(double day, Row row) {
    List<Long> units = List.of(row.count("count_c"), row.count("count_t"));
    Optional<BigDecimal> control = variance(row, "variance_c");
    Optional<BigDecimal> treatment = variance(row, "variance_t");
    if (control.isEmpty() || treatment.isEmpty()) {
      return new Checkpoint(day, units, List.of());
    }
    return new Checkpoint(
        day,
        units,
        List.of(
            moments(units.get(0), row.decimal("mean_c"), control.get()),
            moments(units.get(1), row.decimal("mean_t"), treatment.get())));
  }

  private static Optional<BigDecimal> variance(Row row, String column) {
    Optional<BigDecimal> variance = row.optional(column);
    if (variance.isPresent() && variance.get().signum() < 0) {
      throw row.wrong("%s %s is below 0".formatted(column, variance.get()));
    }
    return variance;
  }

  private static Moments moments(long n, BigDecimal mean, BigDecimal variance) {
    return Moments.of(n, mean.doubleValue(), variance.doubleValue());
  }
}
