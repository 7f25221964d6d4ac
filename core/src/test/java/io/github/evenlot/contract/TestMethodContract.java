package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.Obstacle;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.statistics.ExactMoments;
import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TestMethod} does. A method's test extends this, says how the method is made,
 * and implements the laws that hold for it: {@link SwapFlipsSigns}, {@link ShiftChangesNothing},
 * {@link ScaleScales} or {@link ScaleChangesNothing}, {@link IntervalMatchesPValue}, and {@link
 * UniformUnderTheNull} or {@link ConservativeUnderTheNull}.
 */
public abstract class TestMethodContract implements MethodUnderTest {

  private static final Moments NOTHING_VARIES = Moments.of(100, 0, 0);

  @Test
  @DisplayName("The method has an id of lower-case letters, digits and hyphens.")
  void id() {
    assertThat(method().id()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  @DisplayName("The same arms give the same result, from the same or an equal configuration.")
  void pure() {
    TestMethod method = method();
    for (List<Moments> arms : experiments()) {
      TestResult first = method.test(arms);
      assertThat(method.test(arms)).isEqualTo(first);
      assertThat(method().test(arms)).isEqualTo(first);
      assertThat(method.test(arms.get(0), arms.get(1))).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("Within a single stratum the result is that without strata.")
  void oneStratum() {
    for (List<Moments> arms : experiments()) {
      assertThat(method().testWithin(List.of(arms))).isEqualTo(method().test(arms));
    }
  }

  @Test
  @DisplayName(
      "Within two strata there is a test, or the method says that it has no form for them.")
  void twoStrata() {
    Random random = new Random(9);
    List<Moments> first = List.of(data().arm(random, 200, 0), data().arm(random, 90, 0));
    List<Moments> second = List.of(data().arm(random, 100, 0), data().arm(random, 310, 0));
    if (method().testWithin(List.of(first, second)) instanceof NotTestable not) {
      assertThat(not.obstacle()).as(not.reason()).isEqualTo(Obstacle.NOT_STRATIFIABLE);
    }
  }

  @Test
  @DisplayName("Arms merged from parts are as good as the whole.")
  void merge() {
    Random random = new Random(77);
    for (int i = 0; i < 20; i++) {
      List<ExactMoments> control = parts(random, 0);
      List<ExactMoments> treatment = parts(random, nullEffect());
      Transformed.assertAlike(
          tested(List.of(merged(control), merged(treatment))),
          tested(List.of(whole(control), whole(treatment))),
          1);
    }
  }

  @Test
  @DisplayName("Without units there is no test, and the reason is given.")
  void noUnits() {
    Moments fine = data().arm(new Random(1), 100, 0);
    assertObstacle(method().test(Moments.EMPTY, Moments.EMPTY), Obstacle.TOO_FEW_UNITS);
    assertObstacle(method().test(fine, Moments.EMPTY), Obstacle.TOO_FEW_UNITS);
    assertObstacle(method().test(Moments.EMPTY, fine), Obstacle.TOO_FEW_UNITS);
  }

  @Test
  @DisplayName("Where nothing varies there is no test, and the reason is given.")
  void noVariance() {
    assertObstacle(
        method().test(NOTHING_VARIES, NOTHING_VARIES),
        Obstacle.ZERO_VARIANCE,
        Obstacle.NOBODY_CONVERTED,
        Obstacle.NO_BASELINE,
        Obstacle.NO_DENOMINATOR);
  }

  @Test
  @DisplayName("A negative variance is not tested, and the reason is given.")
  void negativeVariance() {
    Moments contradiction =
        Moments.of(100, 0.3, -0.1).withDenominator(1, 0.1, 0).withCovariate(1, 0.1, 0);
    Moments fine = data().arm(new Random(1), 100, 0);
    Obstacle[] obstacles = {Obstacle.NEGATIVE_VARIANCE, Obstacle.NOT_CONVERSIONS};
    assertObstacle(method().test(contradiction, fine), obstacles);
    assertObstacle(method().test(fine, contradiction), obstacles);
  }

  @Test
  @DisplayName("Sums of products that no units can have are not tested, or not read.")
  void impossibleProducts() {
    Moments fine = data().arm(new Random(1), 100, 0);
    double x = Math.sqrt(fine.variance() * fine.x().variance());
    double c = Math.sqrt(fine.variance() * fine.c().variance());
    // Correlations above 4, or a covariance with what does not vary.
    Moments impossible = new Moments(fine.n(), fine.y(), fine.x(), fine.c(), 1 + 4 * x, 1 + 4 * c);
    TestResult result = method().test(fine, impossible);
    if (result instanceof NotTestable) {
      assertObstacle(result, Obstacle.NEGATIVE_VARIANCE, Obstacle.NOT_CONVERSIONS);
    } else {
      assertThat(result).isEqualTo(method().test(fine, fine));
    }
  }

  @Test
  @DisplayName("Whatever the moments, the method answers; it neither throws nor gives NaN.")
  void total() {
    List<Moments> extremes = extremes();
    for (Moments control : extremes) {
      for (Moments treatment : extremes) {
        // A Tested refuses NaN by itself.
        assertThat(method().test(control, treatment)).isNotNull();
      }
    }
  }

  @Test
  @DisplayName("A single arm is refused.")
  void oneArm() {
    assertThatThrownBy(() -> method().test(List.of(NOTHING_VARIES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("arms, not 1");
  }

  /** A reason in words, and one of these obstacles unless it is the method's own. */
  private static void assertObstacle(TestResult result, Obstacle... obstacles) {
    assertThat(result).isInstanceOf(NotTestable.class);
    NotTestable not = (NotTestable) result;
    assertThat(not.reason()).isNotBlank();
    if (not.obstacle() != Obstacle.OTHER) {
      assertThat(not.obstacle()).isIn((Object[]) obstacles);
    }
  }

  private List<ExactMoments> parts(Random random, double effect) {
    List<ExactMoments> parts = new ArrayList<>();
    for (int units = 20; units < 120; units += 13) {
      parts.add(data().units(random, units, effect));
    }
    return parts;
  }

  private static Moments merged(List<ExactMoments> parts) {
    return parts.stream().map(Moments::of).reduce(Moments.EMPTY, Moments::plus);
  }

  private static Moments whole(List<ExactMoments> parts) {
    return Moments.of(parts.stream().reduce(ExactMoments.ZERO, ExactMoments::plus));
  }

  private static List<Moments> extremes() {
    List<Moments> extremes = new ArrayList<>();
    for (long n : new long[] {0, 2, 1000, Long.MAX_VALUE / 4}) {
      for (double mean : new double[] {0, 1, 0.5, -1e-300, 1e-160, -1e160, 1e300}) {
        for (double variance : new double[] {0, -1, 1, 1e-320, 1e300}) {
          extremes.add(extreme(n, mean, variance));
        }
      }
    }
    return extremes;
  }

  private static Moments extreme(long n, double mean, double variance) {
    Marginal other = Marginal.of(-mean, Math.abs(variance));
    return new Moments(n, Marginal.of(mean, variance), other, other, variance / 2, -variance);
  }
}
