package io.github.evenlot.sequential;

import java.util.List;
import java.util.Map;

/** The designs of the reference numbers. */
final class Designs {

  private Designs() {}

  static GroupSequentialDesign of(Map<String, String> row) {
    return GroupSequentialDesign.withDefaults()
        .withSpending(spending(row))
        .withAlpha(Csv.number(row, "alpha_total"))
        .withSides(row.get("sided").equals("1") ? Sides.ONE_SIDED : Sides.TWO_SIDED);
  }

  private static SpendingFunction spending(Map<String, String> row) {
    return switch (row.get("family")) {
      case "LDOF" -> SpendingFunction.obrienFleming();
      case "LDPocock" -> SpendingFunction.pocock();
      case "KimDeMets" -> SpendingFunction.kimDeMets(Csv.number(row, "param"));
      case "HSD" -> SpendingFunction.hwangShihDeCani(Csv.number(row, "param"));
      default -> throw new IllegalArgumentException(row.get("family"));
    };
  }

  /** The looks of a reference case; in the group "underrun" the last spends all that is left. */
  static LookHistory history(List<Map<String, String>> rows) {
    LookHistory history = of(rows.get(0)).start();
    for (Map<String, String> row : rows) {
      boolean last = row.get("k").equals(row.get("K")) && row.get("group").equals("underrun");
      double information = Csv.number(row, "info");
      history = last ? history.finalLook(information) : history.next(information);
    }
    return history;
  }
}
