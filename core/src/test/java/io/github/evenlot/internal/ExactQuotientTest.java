package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(ExactQuotient.of(twoTo53.add(BigDecimal.ONE), one)).isEqualTo(0x1p53);
    assertThat(ExactQuotient.of(twoTo53.add(BigDecimal.valueOf(3)), one)).isEqualTo(0x1p53 + 4);
    assertThat(ExactQuotient.of(twoTo53.add(new BigDecimal("1." + "0".repeat(99) + "1")), one))
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
      assertThat(ExactQuotient.of(numerator, bottom)).isEqualTo(want);
    }
  }

  @Test
  void theEndsOfTheRangeAreKept() {
    BigInteger three = BigInteger.valueOf(3);
    assertThat(ExactQuotient.of(new BigDecimal("1e400"), three)).isInfinite();
    assertThat(ExactQuotient.of(new BigDecimal("1e-400"), three)).isZero();
    assertThat(ExactQuotient.of(new BigDecimal("3e-310"), three)).isEqualTo(1e-310);
    assertThat(ExactQuotient.of(BigDecimal.ZERO, three)).isZero();
  }
}
