package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that others published, to the digits they gave. */
class PublishedDesignsTest {

  private static final double[] THIRDS = {1 / 3.0, 2 / 3.0, 1};

  /**
   * The default design of the R package gsDesign: one-sided 2.5 percent, 90 percent power, futility
   * bounds that do not bind. Anderson, "gsDesign technical manual", chapter on the default design,
   * https://keaven.github.io/gsd-tech-manual/default.html
   */
  @Test
  @DisplayName("the default design of gsDesign")
  void defaultOfGsDesign() {
    GroupSequentialDesign design =
        new GroupSequentialDesign(SpendingFunction.hwangShihDeCani(-4), 0.025, Sides.ONE_SIDED);
    Futility futility =
        Futility.planned(design, SpendingFunction.hwangShihDeCani(-2), 0.1, false, THIRDS);
    LookHistory history = design.withFutility(futility).start();
    for (double time : THIRDS) {
      history = history.next(time);
    }
    StoppingBoundaries boundaries = history.stoppingBoundaries();
    double ratio = futility.drift() / design.fixedSampleDrift(0.9);
    double inflation = ratio * ratio;

    assertThat(design.fixedSampleDrift(0.9)).isCloseTo(3.2415, within(5e-5));
    assertThat(inflation).isCloseTo(1.070, within(5e-4));
    near(history, LookBoundary::boundary, 0.005, 3.01, 2.55, 2.00);
    near(history, LookBoundary::futility, 0.005, -0.24, 0.94, 2.00);
    near(history, LookBoundary::nominalP, 5e-5, 0.0013, 0.0054, 0.0228);
    near(boundaries.crossings(0), Crossing::upper, 0.0013, 0.0049, 0.0171);
    near(boundaries.crossings(0), Crossing::lower, 0.4057, 0.4290, 0.1420);
    near(boundaries.crossings(futility.drift()), Crossing::upper, 0.1412, 0.4403, 0.3185);
    near(boundaries.crossings(futility.drift()), Crossing::lower, 0.0148, 0.0289, 0.0563);
    assertThat(boundaries.power(0)).isCloseTo(0.0233, within(5e-5));
    assertThat(inflation * boundaries.expectedInformation(0)).isCloseTo(0.6249, within(5e-5));
    assertThat(inflation * boundaries.expectedInformation(futility.drift()))
        .isCloseTo(0.7913, within(5e-5));
  }

  /**
   * One-sided 2.5 percent, O'Brien-Fleming type spending, 80 percent power, stop for futility at
   * the first look below 0. Wassmer, training material of the R package rpact, January 2026, part
   * 2, https://bayer.presentation.2026.rpact.com/parts/02_design_specification.html
   */
  @Test
  @DisplayName("a design of rpact with one futility bound")
  void exampleOfRpact() {
    GroupSequentialDesign design =
        GroupSequentialDesign.withDefaults().withSides(Sides.ONE_SIDED).withAlpha(0.025);
    List<LookBoundary> looks = design.boundaries(0.3, 0.6, 1);
    StoppingBoundaries boundaries =
        StoppingBoundaries.NONE
            .plus(0.3, 0, looks.get(0).boundary())
            .plus(0.6, Double.NEGATIVE_INFINITY, looks.get(1).boundary())
            .plus(1, Double.NEGATIVE_INFINITY, looks.get(2).boundary());
    double drift = boundaries.driftForPower(0.8);
    double ratio = drift / design.fixedSampleDrift(0.8);
    double inflation = ratio * ratio;

    assertThat(looks.get(1).alphaSpent()).isCloseTo(0.0038, within(5e-5));
    assertThat(inflation).isCloseTo(1.0718, within(5e-5));
    assertThat(inflation * boundaries.expectedInformation(drift)).isCloseTo(0.8826, within(5e-5));
    assertThat(inflation * boundaries.expectedInformation(drift / 2))
        .isCloseTo(0.8852, within(5e-5));
    assertThat(inflation * boundaries.expectedInformation(0)).isCloseTo(0.6950, within(5e-5));
  }

  /**
   * Jennison and Turnbull (2000), Group Sequential Methods with Applications to Clinical Trials,
   * tables 2.2 and 2.4: information of Pocock's and O'Brien and Fleming's tests over that of the
   * fixed-sample test, two-sided 5 percent.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0.8, 1.110, 1.008",
    "2, 0.9, 1.100, 1.007",
    "3, 0.8, 1.166, 1.017",
    "3, 0.9, 1.151, 1.016",
    "4, 0.8, 1.202, 1.024",
    "4, 0.9, 1.183, 1.022",
    "5, 0.8, 1.229, 1.028",
    "5, 0.9, 1.207, 1.026",
    "10, 0.8, 1.301, 1.040",
    "10, 0.9, 1.271, 1.037"
  })
  @DisplayName("the inflation factors of the classical tests")
  void inflationFactors(int looks, double power, double pocock, double obrienFleming) {
    assertThat(inflation(WangTsiatis.pocock(looks), power)).isCloseTo(pocock, within(6e-4));
    assertThat(inflation(WangTsiatis.obrienFleming(looks), power))
        .isCloseTo(obrienFleming, within(6e-4));
  }

  /** README of the Julia package SeqBounds, https://github.com/PharmCat/SeqBounds.jl */
  @Test
  @DisplayName("four looks of SeqBounds, one-sided 5 percent")
  void exampleOfSeqBounds() {
    List<LookBoundary> looks =
        GroupSequentialDesign.withDefaults()
            .withSides(Sides.ONE_SIDED)
            .boundaries(0.25, 0.5, 0.75, 1);
    assertThat(looks.stream().mapToDouble(LookBoundary::alphaSpent))
        .usingElementComparator(closeTo(5e-8))
        .containsExactly(8.85754e-5, 0.0055746, 0.0236251, 0.05);
    // Its grid of step 0.05 is good to four digits.
    assertThat(looks.stream().mapToDouble(LookBoundary::boundary))
        .usingElementComparator(closeTo(5e-5))
        .containsExactly(3.74955, 2.53993, 2.01604, 1.72014);
  }

  private static double inflation(WangTsiatis test, double power) {
    double ratio =
        test.stoppingBoundaries().driftForPower(power)
            / GroupSequentialDesign.withDefaults().fixedSampleDrift(power);
    return ratio * ratio;
  }

  private static void near(
      LookHistory history,
      ToDoubleFunction<LookBoundary> field,
      double tolerance,
      Double... expected) {
    assertThat(history.boundaries().stream().mapToDouble(field))
        .usingElementComparator(closeTo(tolerance))
        .containsExactly(expected);
  }

  private static void near(
      List<Crossing> crossings, ToDoubleFunction<Crossing> field, Double... expected) {
    assertThat(crossings.stream().mapToDouble(field))
        .usingElementComparator(closeTo(5e-5))
        .containsExactly(expected);
  }

  private static Comparator<Double> closeTo(double tolerance) {
    return (a, b) -> Math.abs(a - b) <= tolerance ? 0 : Double.compare(a, b);
  }
}
