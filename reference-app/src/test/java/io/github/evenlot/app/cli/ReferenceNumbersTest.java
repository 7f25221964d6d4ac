package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.evenlot.app.Documentation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The reference numbers of core, asked for line by line as a user of the command line would. */
@DisplayName("Every row of the reference numbers comes out of the command")
class ReferenceNumbersTest {

  private static final double DIGITS = 11;

  private final List<String> wrong = new ArrayList<>();

  @Test
  @DisplayName("power")
  void power() {
    for (Map<String, String> row : rows("power_sample_size.csv")) {
      boolean mean = row.get("kind").equals("mean_z");
      String baseline =
          mean
              ? "[%s, %s]".formatted(row.get("p1_or_sd1"), row.get("p2_or_sd2"))
              : row.get("p1_or_sd1");
      String question =
          "{'kind': '%s', 'baseline': %s, 'alpha': %s, 'sides': %s, 'ratio': %s, "
              .formatted(
                  mean ? "mean" : "proportion",
                  baseline,
                  row.get("alpha"),
                  row.get("sides"),
                  row.get("ratio_n2_n1"));
      String effect = "'effect': " + row.get("delta");
      String units = "'n': " + row.get("n1_given");
      String power = "'power': " + row.get("power_target");
      JsonNode needed = Answers.answer("power", question + effect + ", " + power + "}");
      compare(row, "n1_required_real", needed.path("n"), 0);
      compare(row, "n1_required_ceil", needed.path("n_rounded_up"), 0);
      JsonNode found = Answers.answer("power", question + effect + ", " + units + "}");
      compare(row, "power_at_n1", found.path("power"), 0);
      if (!row.get("mde_at_n1").isEmpty()) {
        JsonNode least = Answers.answer("power", question + units + ", " + power + "}");
        compare(row, "mde_at_n1", least.path("effect"), 0);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("monitor")
  void monitor() {
    Map<String, Map<String, String>> designs =
        rows("gs/gs_boundaries.csv").stream()
            .collect(Collectors.toMap(row -> row.get("id"), row -> row, (a, b) -> a));
    for (Map<String, String> row : rows("gs/gs_inference.csv")) {
      Map<String, String> design = designs.get(row.get("boundary_case"));
      JsonNode answer = Answers.answer("monitor", monitored(row, design));
      boolean oneSided = row.get("sided").equals("1");
      String p = oneSided ? "p_upper_stagewise" : "p_two_sided_stagewise(2*min)";
      compare(row, p, answer.path("p_value"), 0);
      compare(row, "median_unbiased_theta", answer.path("median_unbiased"), 1);
      compare(row, "ci95_lo_stagewise", answer.path("stagewise_interval").path(0), 1);
      compare(row, "ci95_hi_stagewise", answer.path("stagewise_interval").path(1), 1);
      compare(row, "rci_lo(z-b_k)/sqrt t", answer.path("repeated_interval").path(0), 1);
      compare(row, "rci_hi", answer.path("repeated_interval").path(1), 1);
      compare(row, "z_obs", answer.path("z"), 0);
    }
    assertThat(wrong).isEmpty();
  }

  /** Looks before the last did not cross, so that their statistics don't matter. */
  private static String monitored(Map<String, String> row, Map<String, String> design) {
    String[] information = row.get("info_1..k").split(" ");
    List<String> looks = new ArrayList<>();
    for (int look = 0; look < information.length; look++) {
      String z = look == information.length - 1 ? row.get("z_obs") : "0";
      looks.add("{'information': %s, 'z': %s}".formatted(information[look], z));
    }
    return "{%s, 'alpha': %s, 'sides': %s, 'planned_looks': %s, 'looks': %s}"
        .formatted(
            spending(design), row.get("alpha_total"), row.get("sided"), planned(design), looks);
  }

  /** In the group "underrun" the last look spends all that is left; in the others it is free. */
  private static String planned(Map<String, String> design) {
    return design.get("group").equals("underrun") ? design.get("K") : "null";
  }

  private static String spending(Map<String, String> design) {
    return switch (design.get("family")) {
      case "LDOF" -> "'spending': 'obrien-fleming'";
      case "LDPocock" -> "'spending': 'pocock'";
      default -> "'spending': 'hwang-shih-decani', 'gamma': " + design.get("param");
    };
  }

  @Test
  @DisplayName("test, methods tost and non-inferiority")
  void equivalence() {
    for (Map<String, String> row : rows("tost.csv")) {
      String arms = "'arms': [%s, %s]".formatted(arm(row, "1"), arm(row, "2"));
      JsonNode tost =
          Answers.answer(
              "test",
              "{'method': 'tost', 'low': %s, 'high': %s, %s}"
                  .formatted(row.get("low"), row.get("upp"), arms));
      double error = number(row, "se");
      // The means differ in their last digits only, and the table took them as doubles.
      compare(row, "diff(m2-m1)", tost.path("estimate"), Math.abs(number(row, "m2")));
      compare(row, "se", tost.path("standard_error"), 0);
      compare(row, "df", tost.path("degrees_of_freedom"), 0);
      compare(row, "p_tost", tost.path("p_value"), 0);
      compare(row, "ci90_lo", tost.path("lower"), error);
      compare(row, "ci90_hi", tost.path("upper"), error);
      JsonNode notWorse =
          Answers.answer(
              "test",
              "{'method': 'non-inferiority', 'margin': %s, %s}"
                  .formatted(new BigDecimal(row.get("low")).negate(), arms));
      compare(row, "t_lower", notWorse.path("statistic"), 0);
      compare(row, "p_noninferiority(diff>low)", notWorse.path("p_value"), 0);
    }
    assertThat(wrong).isEmpty();
  }

  private static String arm(Map<String, String> row, String number) {
    return arm(row.get("n" + number), row.get("m" + number), row.get("v" + number));
  }

  /** The sums that have a mean and a variance. */
  private static String arm(String units, String mean, String variance) {
    BigDecimal n = new BigDecimal(units);
    BigDecimal sum = n.multiply(new BigDecimal(mean));
    BigDecimal squares =
        n.subtract(BigDecimal.ONE)
            .multiply(new BigDecimal(variance))
            .add(sum.multiply(new BigDecimal(mean)));
    return "{'n': %s, 'sum': %s, 'sum_of_squares': %s}".formatted(n, sum, squares);
  }

  @Test
  @DisplayName("test, method two-proportion-z with all of its bounds")
  void proportions() {
    for (Map<String, String> row : rows("two_proportions.csv")) {
      for (Map.Entry<String, String> bounds :
          Map.of("wald", "wald", "newcombe", "newcombe", "mn", "miettinen-nurminen").entrySet()) {
        JsonNode answer = Answers.answer("test", proportions(row, bounds.getValue()));
        if (row.get("z_pooled").isEmpty()) {
          assertThat(answer.has("untestable")).isTrue();
          continue;
        }
        compare(row, "z_pooled", answer.path("statistic"), 0);
        compare(row, "p_pooled_two", answer.path("p_value"), 0);
        double lower = number(row, bounds.getKey() + "_lo");
        double width = number(row, bounds.getKey() + "_hi") - lower;
        compare(row, "diff", answer.path("estimate"), 0);
        compare(row, bounds.getKey() + "_lo", answer.path("lower"), width);
        compare(row, bounds.getKey() + "_hi", answer.path("upper"), width);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The table's first group less its second is our treatment less control. */
  private static String proportions(Map<String, String> row, String bounds) {
    return ("{'method': 'two-proportion-z', 'bounds': '%s', 'confidence': %s, "
            + "'arms': [{'n': %s, 'sum': %s}, {'n': %s, 'sum': %s}]}")
        .formatted(
            bounds, row.get("conf"), row.get("n2"), row.get("x2"), row.get("n1"), row.get("x1"));
  }

  @Test
  @DisplayName("test, methods msprt and asymptotic-cs")
  void anytimeValid() {
    for (Map<String, String> row : rows("anytime_valid.csv")) {
      double estimate = number(row, "est_diff");
      JsonNode sprt = anytime(row, "'msprt', 'tau_squared': " + row.get("msprt_tau2"));
      compare(row, "msprt_log_lambda", sprt.path("statistic"), 1e-3);
      compareP(row, "msprt_p", sprt);
      compare(row, "msprt_ci_halfwidth", upper(sprt) - estimate, Math.abs(estimate));
      String sequence = "'asymptotic-cs', 'tuning_n': " + row.get("param");
      JsonNode both = anytime(row, sequence);
      compareP(row, "asympcs_p_2s", both);
      compare(row, "asympcs_halfwidth_2s", upper(both) - estimate, Math.abs(estimate));
      JsonNode below = anytime(row, sequence + ", 'alternative': 'less'");
      compare(row, "asympcs_halfwidth_1s", upper(below) - estimate, Math.abs(estimate));
    }
    assertThat(wrong).isEmpty();
  }

  /** Two arms of half the units each, whose difference has the row's estimate and error. */
  private static JsonNode anytime(Map<String, String> row, String method) {
    BigDecimal half = new BigDecimal(row.get("n")).divide(BigDecimal.valueOf(2));
    BigDecimal error = new BigDecimal(row.get("se_fixed"));
    String variance = error.multiply(error).multiply(half).divide(BigDecimal.valueOf(2)).toString();
    return Answers.answer(
        "test",
        "{'method': %s, 'confidence': %s, 'arms': [%s, %s]}"
            .formatted(
                method,
                BigDecimal.ONE.subtract(new BigDecimal(row.get("alpha"))),
                arm(half.toString(), "0", variance),
                arm(half.toString(), row.get("est_diff"), variance)));
  }

  private static double upper(JsonNode answer) {
    return answer.path("upper").asDouble();
  }

  /**
   * A p-value is the exponential of a number and has as many digits less as that has before its
   * point.
   */
  private void compareP(Map<String, String> row, String column, JsonNode answer) {
    double want = number(row, column);
    double lost = want > 0 ? Math.log10(Math.max(1, -Math.log(want))) : 0;
    compare(row, column, answer.path("p_value").asDouble(), want, DIGITS - lost);
  }

  private void compare(Map<String, String> row, String column, JsonNode got, double scale) {
    assertThat(got.isNumber()).as("%s of %s", column, row.get("id")).isTrue();
    compare(row, column, got.asDouble(), scale);
  }

  /** Digits relative to the larger of the wanted number and {@code scale}. */
  private void compare(Map<String, String> row, String column, double got, double scale) {
    compare(row, column, got, Math.max(Math.abs(number(row, column)), scale), DIGITS);
  }

  private void compare(
      Map<String, String> row, String column, double got, double scale, double digits) {
    double want = number(row, column);
    if (!(Math.abs(got - want) <= scale * Math.pow(10, -digits))) {
      wrong.add("%s %s: %s, not %s".formatted(row.get("id"), column, got, want));
    }
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** Of the tables in the tests of core; a comma within quotes is in the last column only. */
  private static List<Map<String, String>> rows(String table) {
    List<String> lines =
        Documentation.page("core/src/test/resources/oracle/" + table).lines().toList();
    String[] header = lines.get(0).split(",");
    return lines.stream().skip(1).map(line -> row(header, line.split(",", header.length))).toList();
  }

  private static Map<String, String> row(String[] header, String[] cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.length; i++) {
      row.put(header[i], cells[i]);
    }
    return row;
  }
}
