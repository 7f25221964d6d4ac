package io.github.evenlot.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.oracle.NistDataset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NistMomentsTest {

  private static final MathContext PRECISE = new MathContext(40);

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
  @DisplayName("mean and standard deviation have every certified digit")
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
    System.out.printf("NIST: %s, certified %s%n", fifteen, certified);
    assertThat(fifteen).isEqualByComparingTo(certified);
  }

  /**
   * The table of the one-way analysis of variance, from the moments of the groups. Its arithmetic
   * is in decimals, so that what is held against the certified digits is the moments alone.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "SmLs09.dat.gz"
      })
  @DisplayName("the analysis of variance has every certified digit")
  void theAnalysisOfVarianceHasEveryCertifiedDigit(String file) {
    NistDataset dataset = NistDataset.read(file);
    List<Moments> groups = dataset.groups().stream().map(NistMomentsTest::moments).toList();
    Moments all = moments(dataset.groups().stream().flatMap(List::stream).toList());
    BigDecimal between = sum(groups, group -> squaredDistance(group, all));
    BigDecimal within = sum(groups, NistMomentsTest::sumOfSquares);
    BigDecimal meanBetween = divided(between, groups.size() - 1);
    BigDecimal meanWithin = divided(within, all.n() - groups.size());
    List<BigDecimal> certifiedBetween = dataset.certifiedRow("Between");
    List<BigDecimal> certifiedWithin = dataset.certifiedRow("Within");
    assertDigits(file, "sum of squares between", between, certifiedBetween.get(1));
    assertDigits(file, "mean square between", meanBetween, certifiedBetween.get(2));
    BigDecimal ratio = meanBetween.divide(meanWithin, PRECISE);
    assertDigits(file, "F", ratio, certifiedBetween.get(3));
    assertDigits(file, "sum of squares within", within, certifiedWithin.get(1));
    assertDigits(file, "mean square within", meanWithin, certifiedWithin.get(2));
    BigDecimal explained = between.divide(between.add(within), PRECISE);
    assertDigits(file, "R squared", explained, dataset.certified("Certified R-Squared"));
    assertDigits(
        file,
        "residual standard deviation",
        meanWithin.sqrt(PRECISE),
        dataset.certifiedAfter("Certified Residual"));
  }

  private static BigDecimal sum(List<Moments> groups, Function<Moments, BigDecimal> part) {
    return groups.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** n (m − m̄)². */
  private static BigDecimal squaredDistance(Moments group, Moments all) {
    return mean(group).subtract(mean(all)).pow(2).multiply(BigDecimal.valueOf(group.n()));
  }

  private static BigDecimal mean(Moments moments) {
    return new BigDecimal(moments.mean()).add(new BigDecimal(moments.y().residual()));
  }

  private static BigDecimal sumOfSquares(Moments group) {
    return new BigDecimal(group.variance()).multiply(BigDecimal.valueOf(group.n() - 1));
  }

  private static BigDecimal divided(BigDecimal sum, long degreesOfFreedom) {
    return sum.divide(BigDecimal.valueOf(degreesOfFreedom), PRECISE);
  }

  private static void assertDigits(
      String file, String quantity, BigDecimal got, BigDecimal certified) {
    BigDecimal rounded = got.round(new MathContext(15, RoundingMode.HALF_EVEN));
    System.out.printf("NIST %s, %s: %s, certified %s%n", file, quantity, rounded, certified);
    assertThat(rounded).as(quantity).isEqualByComparingTo(certified);
  }
}
