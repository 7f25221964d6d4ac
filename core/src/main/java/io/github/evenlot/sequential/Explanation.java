package io.github.evenlot.sequential;

import io.github.evenlot.internal.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** The sentence that goes with the outcome of a look. */
record Explanation(GroupSequentialDesign design, LookBoundary look, int number, double z) {

  /** Below this a percentage is all zeros; the share itself is easier to read. */
  private static final double LEAST_PERCENT = 1e-6;

  String of(LookOutcome outcome) {
    return "Look %d, at %s of the information: %s %s of the type I error of %s is spent."
        .formatted(
            number,
            percent(look.information()),
            verdict(outcome),
            percent(look.alphaSpent()),
            percent(design.alpha()));
  }

  private String verdict(LookOutcome outcome) {
    return switch (outcome) {
      case REJECT ->
          "%s reaches the boundary %s: the null hypothesis is rejected."
              .formatted(statistic(), shown(look.boundary()));
      case STOP_FOR_FUTILITY ->
          "%s is not above the futility bound %s: stop without rejecting."
              .formatted(statistic(), shown(look.futility()));
      case END_WITHOUT_REJECTION ->
          "%s does not reach %s, and this was the last look: the null hypothesis is not rejected."
              .formatted(statistic(), boundary());
      case CONTINUE -> "%s does not reach %s: go on.".formatted(statistic(), boundary());
    };
  }

  private String boundary() {
    return Double.isInfinite(look.boundary())
        ? "a boundary, as none is within reach so early"
        : "the boundary " + shown(look.boundary());
  }

  private String statistic() {
    return design.sides().count() == 1 ? "z = " + shown(z) : "|z| = " + shown(Math.abs(z));
  }

  private static String shown(double z) {
    return String.format(Locale.ROOT, "%.4f", z);
  }

  private static String percent(double share) {
    if (share > 0 && share < LEAST_PERCENT) {
      return String.format(Locale.ROOT, "%.1e", share);
    }
    return Decimals.shown(new BigDecimal(100 * share, new MathContext(3))) + "%";
  }
}
