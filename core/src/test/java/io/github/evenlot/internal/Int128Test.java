package io.github.evenlot.internal;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Int128Test {

  private static final BigInteger MAX = TWO.pow(127).subtract(ONE);
  private static final BigInteger MIN = TWO.pow(127).negate();

  /** Every carry and sign is near one of these; each is tried with each. */
  static List<BigInteger> edges() {
    List<BigInteger> edges = new ArrayList<>();
    for (int power : new int[] {0, 1, 31, 32, 62, 63, 64, 65, 126, 127}) {
      for (int offset = -2; offset <= 2; offset++) {
        BigInteger edge = TWO.pow(power).add(BigInteger.valueOf(offset));
        edges.add(edge);
        edges.add(edge.negate());
      }
    }
    return edges.stream().filter(Int128Test::fits).distinct().toList();
  }

  private static boolean fits(BigInteger value) {
    return value.compareTo(MAX) <= 0 && value.compareTo(MIN) >= 0;
  }

  private static void assertSame(Supplier<Int128> actual, BigInteger expected) {
    if (fits(expected)) {
      assertThat(actual.get().toBigInteger()).isEqualTo(expected);
    } else {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(actual::get)
          .withMessageEndingWith("does not fit into 128 bits");
    }
  }

  @ParameterizedTest
  @MethodSource("edges")
  void addsAndSubtractsLikeBigInteger(BigInteger a) {
    for (BigInteger b : edges()) {
      assertSame(() -> Int128.of(a).plus(Int128.of(b)), a.add(b));
      assertSame(() -> Int128.of(a).minus(Int128.of(b)), a.subtract(b));
    }
  }

  @ParameterizedTest
  @MethodSource("edges")
  void comparesLikeBigInteger(BigInteger a) {
    for (BigInteger b : edges()) {
      assertThat(Integer.signum(Int128.of(a).compareTo(Int128.of(b)))).isEqualTo(a.compareTo(b));
      assertThat(Int128.of(a).equals(Int128.of(b))).isEqualTo(a.equals(b));
    }
  }

  @ParameterizedTest
  @MethodSource("edges")
  void comesBack(BigInteger value) {
    assertThat(Int128.of(value).toBigInteger()).isEqualTo(value);
    assertThat(Int128.of(value)).hasToString(value.toString());
    assertThat(Int128.of(value).isZero()).isEqualTo(value.signum() == 0);
  }

  static Stream<Long> longs() {
    return edges().stream().filter(edge -> edge.bitLength() < 64).map(BigInteger::longValueExact);
  }

  @ParameterizedTest
  @MethodSource("longs")
  void multipliesLikeBigInteger(long a) {
    BigInteger big = BigInteger.valueOf(a);
    assertThat(Int128.of(a).toBigInteger()).isEqualTo(big);
    longs()
        .forEach(
            b ->
                assertThat(Int128.product(a, b).toBigInteger())
                    .isEqualTo(big.multiply(BigInteger.valueOf(b))));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void isBoundedOnBothSides(BigInteger value) {
    for (long limit : new long[] {0, 1, 9_000_000_000_000_000_000L, Long.MAX_VALUE}) {
      BigInteger bound = BigInteger.valueOf(limit);
      assertThat(BigInteger.valueOf(Int128.of(value).boundedBy(limit)))
          .isEqualTo(value.min(bound).max(bound.negate()));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    for (BigInteger value : List.of(MAX.add(ONE), MIN.subtract(ONE), TWO.pow(1000))) {
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(() -> Int128.of(value))
          .withMessage("sum %s does not fit into 128 bits", value);
    }
  }
}
