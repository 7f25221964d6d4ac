package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.oracle.Accuracy;
import io.github.evenlot.oracle.OracleRow;
import io.github.evenlot.oracle.OracleTable;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailAccuracyTest {

  @Test
  void everyTailOfTheReferenceHasTwelveDigits() {
    Accuracy accuracy = Accuracy.asPromised("distributions");
    for (OracleRow row : OracleTable.read("distributions")) {
      String where = "nu %s at %s".formatted(row.text("nu"), row.text("x_or_p"));
      String quantity =
          "reference_25_digits [%s %s%s]".formatted(row.text("dist"), row.text("fn"), size(row));
      accuracy.compare(where, quantity, value(row), row.number("reference_25_digits"));
    }
    accuracy.checkAsPromised();
  }

  private static String size(OracleRow row) {
    return row.text("dist").equals("chi2") && row.number("nu") >= 1e5 ? ", nu ≥ 1e5" : "";
  }

  private static double value(OracleRow row) {
    double nu = row.number("nu");
    double x = row.number("x_or_p");
    return switch (row.text("dist") + " " + row.text("fn")) {
      case "norm sf" -> NormalTail.survival(x);
      case "norm cdf" -> NormalTail.survival(-x);
      case "norm isf" -> NormalTail.quantile(x);
      case "norm q" -> -NormalTail.quantile(x);
      case "t sf" -> StudentTail.survival(x, nu);
      case "t isf" -> StudentTail.quantile(x, nu);
      case "chi2 sf" -> ChiSquaredTail.survival(x, nu);
      // Used nowhere here; they tell how far the library that has them can be trusted.
      case "chi2 cdf" -> ChiSquaredDistribution.of(nu).cumulativeProbability(x);
      case "chi2 isf" -> ChiSquaredDistribution.of(nu).inverseSurvivalProbability(x);
      default -> throw new IllegalArgumentException(row.toString());
    };
  }

  /** mpmath 1.3.0, mp.dps = 60: {@code log(erfc(z/sqrt(2))/2)}. */
  @ParameterizedTest
  @CsvSource({
    "-3, -0.0013508099647481937988",
    "0, -0.69314718055994530942",
    "10, -53.231285150512470578",
    "36, -652.50322759379839685",
    "37, -689.0305855768905936",
    "40, -804.60844201375378817",
    "100, -5005.5242086942050886",
    "1e10, -50000000000000000024.0"
  })
  void theLogarithmOfTheNormalTailOutlivesTheTail(double z, double want) {
    assertLog(NormalTail.logSurvival(z), want);
  }

  /**
   * mpmath 1.3.0, mp.dps = 60, with x = nu/(nu+t*t) and a = nu/2: {@code a*log(x) + log(1-x)/2 -
   * log(a) - log(beta(a,1/2)) + log(hyp2f1(a+1/2,1,a+1,x)) - log(2)}; for the negative t, {@code
   * log(1 - betainc(a,1/2,0,x,regularized=True)/2)}.
   */
  @ParameterizedTest
  @CsvSource({
    "-2, 5, -0.052314594068074016878",
    "3, 5, -4.1964022748946908132",
    "1e80, 5, -918.78378096180479698",
    "1e200, 3, -1381.4533323573828103",
    "1e300, 1.5, -1037.1385758551254076",
    "91.3, 4230.5, -2307.7397789016008941",
    "500, 1998, -4837.1522347922192252",
    "60, 1e6, -1801.7795192273430858",
    "40, 1e12, -804.60844137295403761"
  })
  void theLogarithmOfStudentsTailOutlivesTheTail(double t, double nu, double want) {
    assertLog(StudentTail.logSurvival(t, nu), want);
  }

  /** mpmath 1.3.0, mp.dps = 60: {@code log(gammainc(nu/2, x/2, regularized=True))}. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, -1.1478744644493181964",
    "1400, 1, -703.84861812512231741",
    "2085.505735140771637122002, 1, -1046.8005211814054465",
    "1500, 4, -743.37859434823586526",
    "1e6, 7, -499968.39506015883375",
    "1e5, 50, -49795.109570466637485"
  })
  void theLogarithmOfTheChiSquaredTailOutlivesTheTail(double x, double nu, double want) {
    assertLog(ChiSquaredTail.logSurvival(x, nu), want);
  }

  /** The quantile of a logarithm takes the logarithm of the tail back. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.7, -3, -100, -667, -668, -700, -1e4, -1e9})
  void theNormalQuantileOfALogarithmIsItsInverse(double log) {
    assertLog(NormalTail.logSurvival(NormalTail.quantileOfLog(log)), log);
  }

  /** Near p = 0.144469 the fourth term of the expansion is zero, and the fifth is not. */
  @ParameterizedTest
  @CsvSource({"0.14447, 100", "0.144469, 50", "0.14446876, 20", "0.14446876, 3", "0.025, 601"})
  void studentsQuantileIsTheInverseOfTheTail(double p, double nu) {
    assertThat(StudentTail.survival(StudentTail.quantile(p, nu), nu))
        .isCloseTo(p, within(1e-14 * p));
  }

  @Test
  void nothingIsBeyondAnInfiniteT() {
    assertThat(StudentTail.survival(Double.POSITIVE_INFINITY, 7)).isZero();
    assertThat(StudentTail.survival(Double.NEGATIVE_INFINITY, 7)).isOne();
    assertThat(StudentTail.logSurvival(Double.POSITIVE_INFINITY, 7))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** The library's own tail is the second opinion, good to about twelve digits. */
  @Test
  void studentsTailAgreesWithTheLibrarys() {
    Accuracy accuracy = Accuracy.of("Student against Commons Statistics", 11);
    for (double nu = 1.1; nu < 1e7; nu *= 2.3) {
      TDistribution library = TDistribution.of(nu);
      for (double t = 0.01; t < 50; t *= 1.4) {
        double want = library.survivalProbability(t);
        accuracy.compare(nu + " " + t, "tail", StudentTail.survival(t, nu), want, 1e-290);
        double mirrored = library.survivalProbability(-t);
        accuracy.compare(nu + " " + t, "mirrored", StudentTail.survival(-t, nu), mirrored);
      }
      for (double p = 1e-12; p < 0.5; p *= 3) {
        double want = library.inverseSurvivalProbability(p);
        accuracy.compare(nu + " " + p, "quantile", StudentTail.quantile(p, nu), want);
      }
    }
    accuracy.check();
  }

  private static void assertLog(double got, double want) {
    assertThat(got).isCloseTo(want, within(Math.abs(want) * 1e-13));
  }
}
