package io.github.evenlot.sequential;

import io.github.evenlot.oracle.Accuracy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every row of the reference boundaries; the digits reached are printed. */
class BoundariesAccuracyTest {

  /** Beyond this a tail is below the range of a double with all its digits. */
  private static final double BEYOND = 37;

  @Test
  @DisplayName("boundaries have thirteen digits at any information times")
  void boundaries() {
    Accuracy accuracy = Accuracy.asPromised("gs_boundaries");
    Csv.groups("gs_boundaries.csv", "id")
        .values()
        .forEach(
            rows -> {
              String z = "z_upper [%s]".formatted(rows.get(0).get("group"));
              compare(accuracy, rows, "z_upper", z, Designs.history(rows).boundaries());
              compareNominal(accuracy, rows, Designs.history(rows).boundaries());
            });
    accuracy.checkAsPromised();
  }

  @Test
  @DisplayName("the convention that halves the spending of the whole alpha has thirteen digits too")
  void totalSpend() {
    Accuracy accuracy = Accuracy.asPromised("gs_boundaries_total_spend_convention");
    Csv.groups("gs_boundaries_total_spend_convention.csv", "id")
        .values()
        .forEach(rows -> compare(accuracy, rows, "z", "z", totalSpendBoundaries(rows)));
    accuracy.checkAsPromised();
  }

  private static List<LookBoundary> totalSpendBoundaries(List<Map<String, String>> rows) {
    return GroupSequentialDesign.withDefaults()
        .withAlpha(Csv.number(rows.get(0), "alpha_total"))
        .withSides(Sides.TWO_SIDED_TOTAL_SPEND)
        .boundaries(info(rows));
  }

  private static void compare(
      Accuracy accuracy,
      List<Map<String, String>> rows,
      String column,
      String quantity,
      List<LookBoundary> looks) {
    for (int k = 0; k < looks.size(); k++) {
      Map<String, String> row = rows.get(k);
      String name = row.get("id") + " look " + row.get("k");
      double expected = Csv.number(row, column);
      double actual = looks.get(k).boundary();
      accuracy.compare(name, quantity, Math.min(actual, BEYOND), Math.min(expected, BEYOND), 1);
      if (expected < BEYOND) {
        double spent = Csv.number(row, "cum_alpha_total");
        accuracy.compare(name, "cum_alpha_total", looks.get(k).alphaSpent(), spent);
      }
    }
  }

  /** The p-value of a fixed-sample test at the boundary, of one side. */
  private static void compareNominal(
      Accuracy accuracy, List<Map<String, String>> rows, List<LookBoundary> looks) {
    for (int k = 0; k < looks.size(); k++) {
      Map<String, String> row = rows.get(k);
      String name = row.get("id") + " look " + row.get("k");
      double actual = looks.get(k).nominalP() / Integer.parseInt(row.get("sided"));
      double expected = Csv.number(row, "nominal_p_one_side");
      accuracy.compare(name, "nominal_p_one_side", actual, expected, 1e-290);
    }
  }

  private static double[] info(List<Map<String, String>> rows) {
    return rows.stream().mapToDouble(row -> Csv.number(row, "info")).toArray();
  }
}
