package io.github.evenlot.sequential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every row of the reference boundaries; the digits reached are printed. */
class BoundariesAccuracyTest {

  /** Beyond this a tail is below the range of a double with all its digits. */
  private static final double BEYOND = 37;

  private final Map<String, Digits> byGroup = new LinkedHashMap<>();

  @Test
  @DisplayName("boundaries have thirteen digits at any information times")
  void boundaries() {
    Csv.groups("gs_boundaries.csv", "id").values().stream()
        .forEach(rows -> compare(rows, "group", "z_upper", Designs.history(rows).boundaries()));
    // A tail of 10⁻¹⁹⁰ multiplies the rounding of its argument by z² = 866.
    byGroup.remove("alpha spent").hold(12.5);
    byGroup.values().forEach(digits -> digits.hold(13));
  }

  @Test
  @DisplayName("the convention that halves the spending of the whole alpha has thirteen digits too")
  void totalSpend() {
    Csv.groups("gs_boundaries_total_spend_convention.csv", "id").values().stream()
        .forEach(rows -> compare(rows, "convention", "z", totalSpendBoundaries(rows)));
    byGroup.values().forEach(digits -> digits.hold(13));
  }

  private static List<LookBoundary> totalSpendBoundaries(List<Map<String, String>> rows) {
    return GroupSequentialDesign.withDefaults()
        .withAlpha(Csv.number(rows.get(0), "alpha_total"))
        .withSides(Sides.TWO_SIDED_TOTAL_SPEND)
        .boundaries(info(rows));
  }

  private void compare(
      List<Map<String, String>> rows, String group, String column, List<LookBoundary> looks) {
    Digits z = byGroup.computeIfAbsent(rows.get(0).get(group), Digits::new);
    Digits spent = byGroup.computeIfAbsent("alpha spent", Digits::new);
    for (int k = 0; k < looks.size(); k++) {
      Map<String, String> row = rows.get(k);
      String name = row.get("id") + " look " + row.get("k");
      double expected = Csv.number(row, column);
      double actual = looks.get(k).boundary();
      z.add(name, Math.min(actual, BEYOND), Math.min(expected, BEYOND), 1);
      if (expected < BEYOND) {
        spent.add(name, looks.get(k).alphaSpent(), Csv.number(row, "cum_alpha_total"), 0);
      }
    }
  }

  private static double[] info(List<Map<String, String>> rows) {
    return rows.stream().mapToDouble(row -> Csv.number(row, "info")).toArray();
  }
}
