package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupSequentialHolmTest {

  /**
   * Two-sided O'Brien-Fleming type boundaries at the last of three equal looks, from {@code
   * oracle/gs/gs_boundaries.csv}: alpha 0.1 for one comparison, 0.05 for each of two.
   */
  private static final double ONE_OPEN = finalBoundary("0.1");

  private static final double TWO_OPEN = finalBoundary("0.05");

  private final GroupSequentialHolm holm =
      GroupSequentialHolm.at(
          GroupSequentialDesign.withDefaults().withAlpha(0.1), 2, 1 / 3.0, 2 / 3.0, 1);

  @Test
  @DisplayName("with nothing rejected every comparison is held against alpha over their number")
  void noneRejected() {
    Map<String, HolmDecision> decisions = holm.decide(z(1.9, 1.9), Set.of());
    assertHeld(decisions, "green", false, TWO_OPEN);
    assertHeld(decisions, "blue", false, TWO_OPEN);
  }

  @Test
  @DisplayName("a rejection passes its share of alpha on within the same look")
  void stepsDown() {
    Map<String, HolmDecision> decisions = holm.decide(z(1.75, -2.5), Set.of());
    assertHeld(decisions, "blue", true, TWO_OPEN);
    assertHeld(decisions, "green", true, ONE_OPEN);
    assertHeld(holm.decide(z(1.6, -2.5), Set.of()), "green", false, ONE_OPEN);
  }

  @Test
  @DisplayName("what an earlier look rejected stays rejected, and its share stays passed on")
  void rejectedBefore() {
    Map<String, HolmDecision> decisions = holm.decide(z(1.75, 0.1), Set.of("blue"));
    assertHeld(decisions, "blue", true, ONE_OPEN);
    assertHeld(decisions, "green", true, ONE_OPEN);
    assertThat(holm.decide(z(0, 0), Set.of("blue", "green")).values())
        .allMatch(HolmDecision::rejected);
  }

  @Test
  @DisplayName("a statistic at its boundary rejects; one-sided, a negative one never does")
  void atTheBoundary() {
    GroupSequentialDesign design = GroupSequentialDesign.withDefaults().withAlpha(0.02);
    double boundary = design.withAlpha(0.01).boundaries(0.5).get(0).boundary();
    GroupSequentialHolm two = GroupSequentialHolm.at(design, 2, 0.5);
    assertThat(two.decide(z(-boundary, 0), Set.of()).get("green").rejected()).isTrue();
    GroupSequentialHolm one = GroupSequentialHolm.at(design.withSides(Sides.ONE_SIDED), 2, 0.5);
    assertThat(one.decide(z(-9, 0), Set.of()).get("green").rejected()).isFalse();
  }

  @Test
  @DisplayName("more alpha never means a greater boundary, the condition under which it is valid")
  void monotoneInAlpha() {
    double[] information = {0.001, 0.1, 0.15, 0.5, 0.5001, 0.9, 1.1};
    for (SpendingFunction spending :
        new SpendingFunction[] {
          SpendingFunction.obrienFleming(),
          SpendingFunction.pocock(),
          SpendingFunction.kimDeMets(3),
          SpendingFunction.hwangShihDeCani(-4)
        }) {
      GroupSequentialDesign design = GroupSequentialDesign.withDefaults().withSpending(spending);
      double[] last = new double[information.length];
      for (double alpha : new double[] {0.2, 0.1, 0.05, 0.025, 0.01, 0.001}) {
        double[] now =
            design.withAlpha(alpha).boundaries(information).stream()
                .mapToDouble(LookBoundary::boundary)
                .toArray();
        for (int k = 0; k < now.length; k++) {
          assertThat(now[k]).as("%s %s", spending.id(), alpha).isGreaterThanOrEqualTo(last[k]);
        }
        last = now;
      }
    }
  }

  @Test
  @DisplayName("a family of another size, a NaN and an unknown name are refused")
  void refusals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holm.decide(Map.of("green", 1.0), Set.of()))
        .withMessage("1 statistics for a family of 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holm.decide(z(1, Double.NaN), Set.of()))
        .withMessage("z of \"blue\" is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holm.decide(z(1, 1), Set.of("red")))
        .withMessage("\"red\", rejected before, has no statistic");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupSequentialHolm.at(GroupSequentialDesign.withDefaults(), 0, 1))
        .withMessage("comparisons 0 is below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroupSequentialHolm.at(GroupSequentialDesign.withDefaults(), 1))
        .withMessage("there is no look");
  }

  private static Map<String, Double> z(double green, double blue) {
    Map<String, Double> statistics = new LinkedHashMap<>();
    statistics.put("green", green);
    statistics.put("blue", blue);
    return statistics;
  }

  private static void assertHeld(
      Map<String, HolmDecision> decisions, String name, boolean rejected, double boundary) {
    assertThat(decisions.get(name).rejected()).as(name).isEqualTo(rejected);
    assertThat(decisions.get(name).boundary().boundary()).isCloseTo(boundary, within(1e-13));
  }

  private static double finalBoundary(String alpha) {
    return Csv.rows("gs_boundaries.csv").stream()
        .filter(row -> row.get("group").equals("equal") && row.get("family").equals("LDOF"))
        .filter(row -> row.get("sided").equals("2") && row.get("alpha_total").equals(alpha))
        .filter(row -> row.get("K").equals("3") && row.get("k").equals("3"))
        .mapToDouble(row -> Csv.number(row, "z_upper"))
        .findFirst()
        .orElseThrow();
  }
}
