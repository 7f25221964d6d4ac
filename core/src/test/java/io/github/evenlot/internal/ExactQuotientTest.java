package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactQuotientTest {

  @Test
  void aHalfwayQuotientGoesToTheEvenNeighbour() {
    BigDecimal twoTo53 = new BigDecimal(BigInteger.TWO.pow(53));
    BigInteger one = BigInteger.ONE;
    assertThat(rounded(twoTo53.add(BigDecimal.ONE), one)).isEqualTo(0x1p53);
    assertThat(rounded(twoTo53.add(BigDecimal.valueOf(3)), one)).isEqualTo(0x1p53 + 4);
    assertThat(rounded(twoTo53.add(new BigDecimal("1." + "0".repeat(99) + "1")), one))
        .isEqualTo(0x1p53 + 2);
  }

  /** Two hundred digits and the platform's own rounding are the second opinion. */
  @Test
  void aQuotientIsTheNearestDouble() {
    Random random = new Random(17);
    for (int i = 0; i < 10_000; i++) {
      BigInteger top = new BigInteger(1 + random.nextInt(200), random);
      BigInteger bottom = new BigInteger(1 + random.nextInt(130), random).add(BigInteger.ONE);
      BigDecimal numerator = new BigDecimal(top, random.nextInt(80) - 40).negate();
      double want = numerator.divide(new BigDecimal(bottom), new MathContext(200)).doubleValue();
      assertThat(rounded(numerator, bottom)).isEqualTo(want);
    }
  }

  @Test
  void theRestIsWhatRoundingTook() {
    Random random = new Random(18);
    for (int i = 0; i < 1000; i++) {
      BigDecimal numerator = new BigDecimal(new BigInteger(150, random), 12);
      BigInteger denominator = new BigInteger(40, random).add(BigInteger.ONE);
      ExactQuotient quotient = ExactQuotient.of(numerator, denominator);
      BigDecimal exact = numerator.divide(new BigDecimal(denominator), new MathContext(100));
      double want = exact.subtract(new BigDecimal(quotient.rounded())).doubleValue();
      assertThat(quotient.rest()).isCloseTo(want, within(Math.abs(want) * 1e-14));
    }
  }

  private static double rounded(BigDecimal numerator, BigInteger denominator) {
    return ExactQuotient.of(numerator, denominator).rounded();
  }

  @Test
  void theEndsOfTheRangeAreKept() {
    BigInteger three = BigInteger.valueOf(3);
    assertThat(rounded(new BigDecimal("1e400"), three)).isInfinite();
    assertThat(rounded(new BigDecimal("1e-400"), three)).isZero();
    assertThat(rounded(new BigDecimal("3e-310"), three)).isEqualTo(1e-310);
    assertThat(rounded(BigDecimal.ZERO, three)).isZero();
  }
}
