package io.github.evenlot.statistics;

import static io.github.evenlot.statistics.ExactMoments.ZERO;
import static io.github.evenlot.statistics.ExactMoments.ofCount;
import static io.github.evenlot.statistics.ExactMoments.ofUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExactMomentsTest {

  private static final long MAX = 9_000_000_000_000_000_000L;

  private record Unit(long y, long x, long c) {

    ExactMoments moments() {
      return ofUnit(y, x, c);
    }
  }

  private static final List<Unit> UNITS =
      List.of(
          new Unit(19_990_000, 3_000_000, -1),
          new Unit(-5, 0, 7_500_000),
          new Unit(MAX, MAX, MAX),
          new Unit(-MAX, 1, 0),
          new Unit(0, 0, 0),
          new Unit(123_456_789_012_345_678L, -987_654_321L, 1_000_000));

  private static ExactMoments sum(Stream<Unit> units) {
    return units.map(Unit::moments).reduce(ZERO, ExactMoments::plus);
  }

  /** The sum of products as BigInteger has it. */
  private static BigDecimal products(ToLongFunction<Unit> a, ToLongFunction<Unit> b) {
    BigInteger sum =
        UNITS.stream()
            .map(
                unit ->
                    BigInteger.valueOf(a.applyAsLong(unit))
                        .multiply(BigInteger.valueOf(b.applyAsLong(unit))))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return new BigDecimal(sum, 12);
  }

  private static BigDecimal sumOf(ToLongFunction<Unit> a) {
    return products(a, unit -> 1_000_000).setScale(6);
  }

  @Test
  @DisplayName("all nine sums are those of BigInteger, at the largest values too")
  void sumsAreExact() {
    ExactMoments all = sum(UNITS.stream());
    assertThat(all.n()).isEqualTo(UNITS.size());
    assertThat(all.sumY()).isEqualTo(sumOf(Unit::y));
    assertThat(all.sumYy()).isEqualTo(products(Unit::y, Unit::y));
    assertThat(all.sumX()).isEqualTo(sumOf(Unit::x));
    assertThat(all.sumXx()).isEqualTo(products(Unit::x, Unit::x));
    assertThat(all.sumXy()).isEqualTo(products(Unit::x, Unit::y));
    assertThat(all.sumC()).isEqualTo(sumOf(Unit::c));
    assertThat(all.sumCc()).isEqualTo(products(Unit::c, Unit::c));
    assertThat(all.sumYc()).isEqualTo(products(Unit::y, Unit::c));
  }

  @Test
  @DisplayName("units may be added in any order and in any groups")
  void theOrderAndTheGroupsDoNotMatter() {
    ExactMoments all = sum(UNITS.stream());
    ExactMoments parts = sum(UNITS.stream().skip(3)).plus(sum(UNITS.stream().limit(3)));
    assertThat(parts).isEqualTo(all).hasSameHashCodeAs(all);
  }

  @Test
  @DisplayName("what was added can be taken away again, down to nothing")
  void whatWasAddedCanBeTakenBack() {
    ExactMoments all = sum(UNITS.stream());
    ExactMoments last = UNITS.get(5).moments();
    assertThat(all.minus(last)).isEqualTo(sum(UNITS.stream().limit(5)));
    assertThat(all.minus(all)).isEqualTo(ZERO);
    assertThat(all.minus(all).isZero()).isTrue();
    assertThat(all.plus(ZERO)).isEqualTo(all);
    assertThat(ZERO.minus(last).plus(last).isZero()).isTrue();
  }

  @Test
  @DisplayName("moments are equal only if every one of their sums is")
  void everySumDistinguishes() {
    ExactMoments one = ofUnit(1, 1, 1);
    assertThat(one).isNotEqualTo(ofUnit(2, 1, 1)).isNotEqualTo(ofUnit(1, 2, 1));
    assertThat(one).isNotEqualTo(ofUnit(1, 1, 2)).isNotEqualTo(ofCount(1)).isNotEqualTo("one");
    assertThat(ofCount(1).isZero()).isFalse();
    assertThat(ofUnit(0)).isEqualTo(ofCount(1));
  }

  @Test
  @DisplayName("moments come back from the decimals of their sums")
  void comesBackFromDecimals() {
    ExactMoments all = sum(UNITS.stream()).minus(UNITS.get(1).moments());
    assertThat(
            ExactMoments.of(
                all.n(),
                all.sumY(),
                all.sumYy().stripTrailingZeros(),
                all.sumX(),
                all.sumXx(),
                all.sumXy(),
                all.sumC(),
                all.sumCc(),
                all.sumYc()))
        .isEqualTo(all);
  }

  private static ExactMoments of(String sumY, String sumYy) {
    BigDecimal zero = BigDecimal.ZERO;
    return ExactMoments.of(
        1, new BigDecimal(sumY), new BigDecimal(sumYy), zero, zero, zero, zero, zero, zero);
  }

  @Test
  @DisplayName("sums finer than a millionth, or beyond 128 bits, are refused")
  void refusesSumsThatAreTooFineOrTooLarge() {
    assertThat(of("0.000001", "0.000000000001")).isEqualTo(ofUnit(1));
    for (String[] sums :
        new String[][] {
          {"0.0000001", "0"},
          {"0", "0.0000000000001"},
          {"1e33", "0"},
          {"0", "1e27"},
          {"1e1000000000", "0"},
          {"1e-1000000000", "0"}
        }) {
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> of(sums[0], sums[1]));
    }
  }

  @Test
  @Timeout(10)
  @DisplayName("a sum that does not fit is named with its value, whatever its exponent")
  void namesTheSum() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> of("1e99999999", "0"))
        .withMessage("sum 1E+99999999 does not fit into 128 bits with its 6 decimals");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> of("1", "1e-99999999"))
        .withMessage("sum of squares 1E-99999999 is finer than its 12 decimals");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> of("170141183460469231731687303715884.105728", "0"))
        .withMessage("sum 1.70141183460E+32 does not fit into 128 bits with its 6 decimals");
    assertThat(of("170141183460469231731687303715884.105727", "0e99999999").sumY())
        .isEqualTo("170141183460469231731687303715884.105727");
  }

  @Test
  @DisplayName("a sum or count that overflows is an error and never wraps")
  void overflowIsDetectedNotWrapped() {
    ExactMoments two = ofUnit(MAX).plus(ofUnit(MAX));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> two.plus(ofUnit(MAX)))
        .withMessageContaining("does not fit into 128 bits");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ZERO.minus(two).minus(ofUnit(MAX)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ofCount(Long.MAX_VALUE).plus(ofCount(1)));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ofCount(Long.MIN_VALUE).minus(ofCount(1)));
  }

  @Test
  @DisplayName("as text, moments show their sums with all decimals")
  void showsItsSums() {
    assertThat(ofUnit(1_500_000, 2_000_000, 0))
        .hasToString(
            "ExactMoments[n=1, Σy=1.500000, Σy²=2.250000000000, Σx=2.000000,"
                + " Σx²=4.000000000000, Σxy=3.000000000000, Σc=0.000000, Σc²=0E-12, Σyc=0E-12]");
  }
}
