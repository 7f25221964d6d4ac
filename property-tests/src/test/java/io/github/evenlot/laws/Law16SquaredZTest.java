package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.PearsonChiSquared;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.TwoProportionZTest;
import io.github.evenlot.statistics.Moments;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** 16: of two proportions, z² is Pearson's χ², and the p-values are one. */
class Law16SquaredZTest {

  @Provide
  Arbitrary<Moments> conversions() {
    return Arms.conversions();
  }

  @Property(seed = "1601")
  void zSquaredIsChiSquared(
      @ForAll("conversions") Moments control, @ForAll("conversions") Moments treatment) {
    TestResult z = TwoProportionZTest.withDefaults().test(control, treatment);
    TestResult chi = PearsonChiSquared.withDefaults().test(control, treatment);
    if (z instanceof Tested tested) {
      Tested pearson = (Tested) chi;
      double squared = tested.statistic() * tested.statistic();
      assertThat(pearson.statistic()).isEqualTo(squared, within(1e-10 * Math.max(1, squared)));
      assertThat(pearson.logPValue())
          .isEqualTo(tested.logPValue(), within(1e-9 * Math.max(1, -tested.logPValue())));
    } else {
      assertThat(chi).isNotInstanceOf(Tested.class);
    }
  }

  /** The second opinion of commons-math3, on the full table. */
  @Property(seed = "1602")
  void anotherProgramAgrees(
      @ForAll("conversions") Moments control, @ForAll("conversions") Moments treatment) {
    if (PearsonChiSquared.withDefaults().test(control, treatment) instanceof Tested pearson) {
      double expected = new ChiSquareTest().chiSquare(table(control, treatment));
      assertThat(pearson.statistic()).isEqualTo(expected, within(1e-9 * Math.max(1, expected)));
    }
  }

  private static long[][] table(Moments... arms) {
    long[][] table = new long[arms.length][2];
    for (int i = 0; i < arms.length; i++) {
      table[i][0] = Math.round(arms[i].mean() * arms[i].n());
      table[i][1] = arms[i].n() - table[i][0];
    }
    return table;
  }
}
