package io.github.evenlot.inference;

import static io.github.evenlot.inference.Results.conversions;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands in the way of a test, as a program reads it. */
class ObstacleTest {

  private static final Moments FINE = Moments.of(100, 5, 1).withDenominator(2, 1, 0.5);

  @Test
  @DisplayName("every obstacle is named by a method that meets it")
  void named() {
    Map<Obstacle, TestResult> examples = examples();
    assertThat(examples.keySet()).containsExactly(Obstacle.values());
    examples.forEach(
        (obstacle, result) ->
            assertThat(result)
                .isInstanceOfSatisfying(
                    NotTestable.class, not -> assertThat(not.obstacle()).isEqualTo(obstacle)));
  }

  @Test
  @DisplayName("all methods of means name too few units and a negative variance alike")
  void alike() {
    for (String id : List.of("welch", "student", "ratio", "cuped", "relative-lift")) {
      TestMethod method = TestMethods.byId(id);
      assertObstacle(method.test(FINE, Moments.of(1, 5, 0)), Obstacle.TOO_FEW_UNITS);
      assertObstacle(method.test(Moments.of(9, 5, -1), FINE), Obstacle.NEGATIVE_VARIANCE);
    }
  }

  private static void assertObstacle(TestResult result, Obstacle obstacle) {
    assertThat(((NotTestable) result).obstacle()).isEqualTo(obstacle);
  }

  private static Map<Obstacle, TestResult> examples() {
    WelchTTest welch = WelchTTest.withDefaults();
    PearsonChiSquared pearson = PearsonChiSquared.withDefaults();
    List<Moments> mixed = List.of(conversions(1, 10), conversions(2, 10));
    List<Moments> nobody = List.of(conversions(0, 10), conversions(0, 10));
    Map<Obstacle, TestResult> examples = new EnumMap<>(Obstacle.class);
    examples.put(Obstacle.TOO_FEW_UNITS, welch.test(FINE, Moments.EMPTY));
    examples.put(
        Obstacle.TOO_FEW_ARMS,
        SampleRatioTest.withDefaults()
            .test(List.of(5L, 0L), List.of(BigDecimal.ONE, BigDecimal.ZERO)));
    examples.put(Obstacle.ZERO_VARIANCE, welch.test(Moments.of(9, 5, 0), Moments.of(9, 6, 0)));
    examples.put(Obstacle.NEGATIVE_VARIANCE, welch.test(FINE, Moments.of(9, 5, -0.5)));
    examples.put(Obstacle.OUT_OF_RANGE, welch.test(FINE, Moments.of(9, 1e308, 1)));
    examples.put(Obstacle.NOT_CONVERSIONS, pearson.test(mixed.get(0), FINE));
    examples.put(Obstacle.NOBODY_CONVERTED, pearson.test(nobody));
    examples.put(Obstacle.EVERYBODY_CONVERTED, pearson.test(conversions(9, 9), conversions(8, 8)));
    examples.put(Obstacle.NO_BASELINE, RelativeLift.withDefaults().test(Moments.of(9, 0, 1), FINE));
    examples.put(Obstacle.NO_DENOMINATOR, RatioTest.withDefaults().test(FINE, Moments.of(9, 5, 1)));
    examples.put(Obstacle.NOT_STRATIFIABLE, GTest.withDefaults().testWithin(List.of(mixed, mixed)));
    examples.put(Obstacle.OTHER, new NotTestable("the method has a reason of its own"));
    return examples;
  }
}
