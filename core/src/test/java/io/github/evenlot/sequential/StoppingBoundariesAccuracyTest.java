package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every row of the reference crossing probabilities and drifts; the digits reached are printed. */
class StoppingBoundariesAccuracyTest {

  private static final String DRIFT = "theta(drift: E[Z_k]=theta*sqrt(t_k))";

  @Test
  @DisplayName("crossing probabilities under any drift have thirteen digits")
  void crossings() {
    Accuracy accuracy = Accuracy.asPromised("gs_crossing_probabilities");
    Csv.groups("gs_crossing_probabilities.csv", "id")
        .forEach(
            (id, rows) -> {
              List<Crossing> crossings = boundaries(rows).crossings(Csv.number(rows.get(0), DRIFT));
              for (int k = 0; k < rows.size(); k++) {
                Map<String, String> row = rows.get(k);
                String name = id + " look " + (k + 1);
                compare(accuracy, name, row, "P_cross_upper_at_k", crossings.get(k).upper(), 0);
                if (row.get("sided").equals("2")) {
                  compare(accuracy, name, row, "P_cross_lower_at_k", crossings.get(k).lower(), 0);
                }
              }
            });
    accuracy.checkAsPromised();
  }

  private static void compare(
      Accuracy accuracy,
      String name,
      Map<String, String> row,
      String column,
      double actual,
      double scale) {
    accuracy.compare(name, column, actual, Csv.number(row, column), scale);
  }

  private static StoppingBoundaries boundaries(List<Map<String, String>> rows) {
    StoppingBoundaries boundaries = StoppingBoundaries.NONE;
    for (Map<String, String> row : rows) {
      double z = Csv.number(row, "z_upper");
      double opposite = row.get("sided").equals("2") ? -z : Double.NEGATIVE_INFINITY;
      boundaries = boundaries.plus(Csv.number(row, "info"), opposite, z);
    }
    return boundaries;
  }

  @Test
  @DisplayName("the drift of a given power and the inflation factor have twelve digits")
  void drifts() {
    Accuracy accuracy = Accuracy.asPromised("gs_power_drift");
    Map<String, List<Map<String, String>>> cases = Csv.groups("gs_boundaries.csv", "id");
    for (Map<String, String> row : Csv.rows("gs_power_drift.csv")) {
      LookHistory history = Designs.history(cases.get(row.get("boundary_case")));
      String id = row.get("id");
      double wanted = Csv.number(row, "power(upper crossing)");
      double drift = history.stoppingBoundaries().driftForPower(wanted);
      compare(accuracy, id, row, "drift_theta", drift, 0);
      double power = history.stoppingBoundaries().power(Csv.number(row, "drift_theta"));
      compare(accuracy, id, row, "power(upper crossing)", power, 0);
      double ratio = drift / history.design().fixedSampleDrift(wanted);
      compare(accuracy, id, row, "inflation_factor_vs_fixed", ratio * ratio, 0);
    }
    accuracy.checkAsPromised();
  }

  @Test
  @DisplayName("p-values, estimates and intervals after the test have twelve digits")
  void inference() {
    Accuracy accuracy = Accuracy.asPromised("gs_inference");
    Map<String, List<Map<String, String>>> cases = Csv.groups("gs_boundaries.csv", "id");
    for (Map<String, String> row : Csv.rows("gs_inference.csv")) {
      int looks = Integer.parseInt(row.get("stage_k"));
      LookHistory history = Designs.history(cases.get(row.get("boundary_case")).subList(0, looks));
      SequentialEstimate estimate = history.estimate(Csv.number(row, "z_obs"), 0.95);
      boolean oneSided = row.get("sided").equals("1");
      String p = oneSided ? "p_upper_stagewise" : "p_two_sided_stagewise(2*min)";
      Map<String, Double> actual =
          Map.of(
              p,
              estimate.pValue(),
              "median_unbiased_theta",
              estimate.medianUnbiased(),
              "ci95_lo_stagewise",
              estimate.interval().lower(),
              "ci95_hi_stagewise",
              estimate.interval().upper(),
              "rci_lo(z-b_k)/sqrt t",
              estimate.repeatedInterval().lower(),
              "rci_hi",
              estimate.repeatedInterval().upper());
      actual.forEach(
          (column, value) ->
              compare(accuracy, row.get("id"), row, column, value, column.equals(p) ? 0 : 1));
    }
    accuracy.checkAsPromised();
  }

  @Test
  @DisplayName("the classical constants have thirteen digits, and the three that were published")
  void classicalConstants() {
    Accuracy accuracy = Accuracy.asPromised("gs_classical_constants");
    for (Map<String, String> row : Csv.rows("gs_classical_constants.csv")) {
      WangTsiatis boundaries =
          new WangTsiatis(
              Csv.number(row, "delta"),
              Integer.parseInt(row.get("K")),
              Csv.number(row, "alpha_total"),
              row.get("sided").equals("1") ? Sides.ONE_SIDED : Sides.TWO_SIDED);
      double constant = boundaries.constant();
      compare(accuracy, row.get("id"), row, "constant C (z_k=C*(k/K)^(delta-1/2))", constant, 0);
      String table = row.get("JennisonTurnbull_published_3dp");
      if (!table.isEmpty()) {
        assertThat(constant).isCloseTo(Double.parseDouble(table), within(0.0005));
      }
    }
    accuracy.checkAsPromised();
  }
}
