package io.github.evenlot.inference;

import java.util.List;

/** How an interval for the difference of two proportions is made. */
public enum ProportionBounds {
  /** Difference ± z unpooled standard errors. Too narrow where conversions are few. */
  WALD("wald") {
    @Override
    double upperDistance(Proportion treatment, Proportion control, double z) {
      return z * Math.sqrt(treatment.squaredError() + control.squaredError());
    }
  },
  /**
   * From the Wilson score intervals of both proportions (Newcombe 1998, Interval estimation for the
   * difference between independent proportions, method 10).
   */
  NEWCOMBE("newcombe") {
    @Override
    double upperDistance(Proportion treatment, Proportion control, double z) {
      return Math.hypot(treatment.wilsonAbove(z), control.wilsonBelow(z));
    }
  },
  /**
   * Where the score statistic of Miettinen and Nurminen (1985, Comparative analysis of two rates)
   * reaches z. For few conversions the best of the three.
   */
  MIETTINEN_NURMINEN("miettinen-nurminen") {
    @Override
    double upperDistance(Proportion treatment, Proportion control, double z) {
      return new MiettinenNurminen(treatment, control).upperDistance(z);
    }
  };

  private final String id;

  ProportionBounds(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /**
   * The bounds with this id.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static ProportionBounds byId(String id) {
    return Choices.byId("bounds", List.of(values()), ProportionBounds::id, id);
  }

  /** For the proportion of the treatment less that of the control. */
  ConfidenceInterval interval(
      Proportion treatment, Proportion control, double confidence, Alternative alternative) {
    double z = Tails.criticalNormal(confidence, alternative);
    double estimate = treatment.minus(control);
    // The lower bound is the upper bound of the opposite difference.
    double below =
        alternative == Alternative.LESS
            ? Double.POSITIVE_INFINITY
            : upperDistance(control, treatment, z);
    double above =
        alternative == Alternative.GREATER
            ? Double.POSITIVE_INFINITY
            : upperDistance(treatment, control, z);
    return new ConfidenceInterval(estimate - below, estimate + above);
  }

  /** From the estimated difference up to the upper bound; not negative. */
  abstract double upperDistance(Proportion treatment, Proportion control, double z);
}
