package io.github.evenlot.sequential;

import java.util.LinkedHashMap;
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
    Digits upper = new Digits("upper crossing");
    Digits lower = new Digits("lower crossing");
    Csv.groups("gs_crossing_probabilities.csv", "id")
        .forEach(
            (id, rows) -> {
              List<Crossing> crossings = boundaries(rows).crossings(Csv.number(rows.get(0), DRIFT));
              for (int k = 0; k < rows.size(); k++) {
                Map<String, String> row = rows.get(k);
                String name = id + " look " + (k + 1);
                upper.add(name, crossings.get(k).upper(), Csv.number(row, "P_cross_upper_at_k"), 0);
                if (row.get("sided").equals("2")) {
                  lower.add(
                      name, crossings.get(k).lower(), Csv.number(row, "P_cross_lower_at_k"), 0);
                }
              }
            });
    upper.hold(13);
    lower.hold(13);
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
    Digits drift = new Digits("drift");
    Digits power = new Digits("power");
    Digits inflation = new Digits("inflation factor");
    Map<String, List<Map<String, String>>> cases = Csv.groups("gs_boundaries.csv", "id");
    for (Map<String, String> row : Csv.rows("gs_power_drift.csv")) {
      LookHistory history = Designs.history(cases.get(row.get("boundary_case")));
      double wanted = Csv.number(row, "power(upper crossing)");
      double expected = Csv.number(row, "drift_theta");
      double actual = history.stoppingBoundaries().driftForPower(wanted);
      drift.add(row.get("id"), actual, expected, 0);
      power.add(row.get("id"), history.stoppingBoundaries().power(expected), wanted, 0);
      double ratio = actual / history.design().fixedSampleDrift(wanted);
      inflation.add(row.get("id"), ratio * ratio, Csv.number(row, "inflation_factor_vs_fixed"), 0);
    }
    drift.hold(12);
    power.hold(12);
    inflation.hold(12);
  }

  @Test
  @DisplayName("p-values, estimates and intervals after the test have twelve digits")
  void inference() {
    Map<String, Digits> digits = new LinkedHashMap<>();
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
              digits
                  .computeIfAbsent(column, Digits::new)
                  .add(row.get("id"), value, Csv.number(row, column), column.equals(p) ? 0 : 1));
    }
    digits.values().forEach(each -> each.hold(12));
  }

  @Test
  @DisplayName("the classical constants have twelve digits")
  void classicalConstants() {
    Digits digits = new Digits("classical constants");
    Digits published = new Digits("published to three decimals");
    for (Map<String, String> row : Csv.rows("gs_classical_constants.csv")) {
      WangTsiatis boundaries =
          new WangTsiatis(
              Csv.number(row, "delta"),
              Integer.parseInt(row.get("K")),
              Csv.number(row, "alpha_total"),
              row.get("sided").equals("1") ? Sides.ONE_SIDED : Sides.TWO_SIDED);
      double constant = boundaries.constant();
      digits.add(
          row.get("id"), constant, Csv.number(row, "constant C (z_k=C*(k/K)^(delta-1/2))"), 0);
      String table = row.get("JennisonTurnbull_published_3dp");
      if (!table.isEmpty()) {
        published.add(
            row.get("id"),
            Math.round(1000 * constant),
            Math.round(1000 * Double.parseDouble(table)),
            0);
      }
    }
    digits.hold(12);
    published.hold(16);
  }
}
