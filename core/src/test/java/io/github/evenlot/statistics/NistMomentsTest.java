package io.github.evenlot.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.NistDataset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NistMomentsTest {

  private static Moments moments(List<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
    }
    return Moments.of(DecimalSums.of(values.size(), sum, squares));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lew",
        "Lottery",
        "Mavro",
        "Michelso",
        "NumAcc1",
        "NumAcc2",
        "NumAcc3",
        "NumAcc4",
        "PiDigits"
      })
  void meanAndDeviationHaveEveryCertifiedDigit(String name) {
    NistDataset dataset = NistDataset.read(name + ".txt");
    Moments moments = moments(dataset.values());
    assertCertified(moments.mean(), dataset.certified("ybar:|^mean"));
    assertCertified(Math.sqrt(moments.variance()), dataset.certified(" s:|^standardDeviation"));
  }

  /** Rounded to as many digits as are printed there, it is what is printed there. */
  private static void assertCertified(double got, BigDecimal certified) {
    BigDecimal rounded = new BigDecimal(got).setScale(certified.scale(), RoundingMode.HALF_EVEN);
    BigDecimal fifteen = rounded.round(new MathContext(15));
    assertThat(fifteen).isEqualByComparingTo(certified);
  }

  /**
   * F of the one-way analysis of variance from the moments of the groups. It takes a dozen more
   * roundings than a certified digit has room for, so the last one may differ by one.
   */
  @Test
  void theVarianceRatioHasFourteenCertifiedDigits() {
    Accuracy accuracy = Accuracy.of("NIST analysis of variance", 14);
    for (String file :
        List.of(
            "AtmWtAg.dat",
            "SiRstv.dat",
            "SmLs01.dat",
            "SmLs02.dat.gz",
            "SmLs03.dat.gz",
            "SmLs04.dat",
            "SmLs05.dat.gz",
            "SmLs06.dat.gz",
            "SmLs07.dat",
            "SmLs08.dat.gz",
            "SmLs09.dat.gz")) {
      NistDataset dataset = NistDataset.read(file);
      double certified = dataset.certifiedF().doubleValue();
      accuracy.compare(file, "F", varianceRatio(dataset), certified);
    }
    accuracy.check();
  }

  private static double varianceRatio(NistDataset dataset) {
    List<Moments> groups = dataset.groups().stream().map(NistMomentsTest::moments).toList();
    Moments all = moments(dataset.groups().stream().flatMap(List::stream).toList());
    double between = 0;
    double within = 0;
    for (Moments group : groups) {
      double distance = group.y().minus(all.y());
      between += group.n() * distance * distance;
      within += (group.n() - 1) * group.variance();
    }
    return between / (groups.size() - 1) / (within / (all.n() - groups.size()));
  }
}
