package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Marginal;
import io.github.evenlot.statistics.Moments;
import java.util.OptionalDouble;

/** Arms in another unit or from another origin, and results that should be alike. */
final class Transformed {

  private static final double TOLERANCE = 1e-9;

  private Transformed() {}

  /** As if every value of the metric were larger by {@code amount}. */
  static Moments shifted(Moments arm, double amount) {
    return new Moments(
        arm.n(), arm.y().shifted(amount), arm.x(), arm.c(), arm.covarianceXy(), arm.covarianceYc());
  }

  /** As if every value of the metric were {@code factor} times as large. */
  static Moments scaled(Moments arm, double factor) {
    Marginal y = arm.y();
    return new Moments(
        arm.n(),
        new Marginal(y.mean() * factor, y.residual() * factor, y.variance() * factor * factor),
        arm.x(),
        arm.c(),
        arm.covarianceXy() * factor,
        arm.covarianceYc() * factor);
  }

  /** The same numbers up to rounding, the estimate and what is in its unit times {@code factor}. */
  static void assertAlike(Tested got, Tested want, double factor) {
    assertThat(got.pValue()).isCloseTo(want.pValue(), within(TOLERANCE));
    assertClose(got.statistic(), want.statistic(), 1);
    assertClose(got.degreesOfFreedom(), want.degreesOfFreedom(), 1);
    assertClose(got.estimate(), want.estimate(), factor);
    assertClose(got.standardError(), want.standardError(), factor);
    assertThat(got.interval().isPresent()).isEqualTo(want.interval().isPresent());
    want.interval()
        .ifPresent(
            interval -> {
              assertClose(got.interval().orElseThrow().lower(), interval.lower(), factor);
              assertClose(got.interval().orElseThrow().upper(), interval.upper(), factor);
            });
  }

  private static void assertClose(OptionalDouble got, OptionalDouble want, double factor) {
    assertThat(got.isPresent()).isEqualTo(want.isPresent());
    want.ifPresent(number -> assertClose(got.orElseThrow(), number, factor));
  }

  private static void assertClose(double got, double want, double factor) {
    double scaled = want * factor;
    if (Double.isInfinite(scaled)) {
      assertThat(got).isEqualTo(scaled);
    } else {
      assertThat(got)
          .isCloseTo(scaled, within(TOLERANCE * Math.max(Math.abs(scaled), Math.abs(factor))));
    }
  }
}
