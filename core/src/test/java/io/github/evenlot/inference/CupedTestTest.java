package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.exact;
import static io.github.evenlot.inference.Results.sums;
import static io.github.evenlot.inference.Results.tested;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CupedTestTest {

  private static final CupedTest CUPED = CupedTest.withDefaults();

  /** In the table x is the covariate. */
  private static Moments arm(OracleRow row, String arm) {
    return Moments.of(
        sums(row, arm, "sy", "syy")
            .withCovariate(
                exact(row, "sx" + arm), exact(row, "sxx" + arm), exact(row, "sxy" + arm)));
  }

  @Test
  @DisplayName("adjusted means, theta and test have the digits promised in every reference row")
  void everyRowOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("cuped");
    for (OracleRow row : OracleTable.read("cuped")) {
      List<Moments> arms = List.of(arm(row, "1"), arm(row, "2"));
      Tested tested = tested(CUPED.test(arms));
      accuracy.compare(row, "diff", tested.estimate().orElseThrow(), row.number("se"));
      accuracy.compare(row, "se", tested.standardError().orElseThrow());
      accuracy.compare(row, "t_welch", tested.statistic(), 1);
      accuracy.compare(row, "df", tested.degreesOfFreedom().orElseThrow());
      accuracy.compare(row, "p_two", tested.pValue());
      compareAdjustment(accuracy, row, arms);
    }
    accuracy.checkAsPromised();
  }

  private static void compareAdjustment(Accuracy accuracy, OracleRow row, List<Moments> arms) {
    CupedAdjustment adjustment = CupedAdjustment.of(arms);
    accuracy.compare(row, "theta_pooled_within_arm", adjustment.theta());
    List<Moments> adjusted = adjustment.adjusted(arms);
    for (int i = 0; i < 2; i++) {
      String arm = String.valueOf(i + 1);
      accuracy.compare(row, "adj_mean" + arm, adjusted.get(i).mean(), 1);
      accuracy.compare(row, "adj_var" + arm, adjusted.get(i).variance());
    }
  }

  @Test
  @DisplayName("with a covariate without variance it is Welch's test")
  void aCovariateWithoutVarianceAdjustsNothing() {
    Moments control = Moments.of(100, 5, 2);
    Moments treatment = Moments.of(90, 6, 3);
    assertThat(CUPED.test(control, treatment))
        .isEqualTo(WelchTTest.withDefaults().test(control, treatment));
  }

  @Test
  @DisplayName("a correlation of 4, which no data have, is not tested, and neither is it clamped")
  void contradictoryProducts() {
    Moments fine = Moments.of(100, 5, 1).withCovariate(3, 1, 0.5);
    assertThat(CUPED.test(fine, Moments.of(100, 6, 1).withCovariate(3, 1, 4)))
        .isEqualTo(
            new NotTestable(
                Obstacle.NEGATIVE_VARIANCE,
                "the treatment has residual variance -11.9375 below 0; its sum of products is too"
                    + " large for its sums of squares"));
  }

  @Test
  @DisplayName("a covariate that is out of order is named, and looked at only if it is read")
  void namesTheCovariate() {
    Moments fine = Moments.of(100, 5, 1).withCovariate(3, 1, 0.5);
    Moments bad = Moments.of(100, 6, 1).withCovariate(3, -0.99, 0);
    assertThat(CUPED.test(bad, fine))
        .isEqualTo(
            new NotTestable(
                Obstacle.NEGATIVE_VARIANCE,
                "the control has a covariate of variance -0.99 below 0; its sum of squares is too"
                    + " small for its sum"));
    assertThat(WelchTTest.withDefaults().test(bad, fine)).isInstanceOf(Tested.class);
  }

  /** The lift of adjusted means is the adjusted difference over the adjusted baseline. */
  @Test
  @DisplayName("a lift of adjusted means is their difference over the adjusted baseline")
  void aRelativeLiftCanBeAdjustedToo() {
    OracleRow row = OracleTable.read("cuped").get(1);
    List<Moments> arms = List.of(arm(row, "1"), arm(row, "2"));
    RelativeLift plain = RelativeLift.withDefaults();
    Tested lift = tested(plain.with(Estimator.CUPED).test(arms));
    double want = row.number("diff") / row.number("adj_mean1");
    Accuracy accuracy = Accuracy.of("cuped lift", 12);
    accuracy.compare("qv1", "lift", lift.estimate().orElseThrow(), want, 1);
    accuracy.check();
    assertThat(lift.standardError().orElseThrow())
        .isLessThan(tested(plain.test(arms)).standardError().orElseThrow());
  }
}
